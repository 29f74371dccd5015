import type { PortOutMessages } from './en.ts';

/** Arabic that the widgets of port-outs share. */
export const arPortOut: PortOutMessages = {
  'permission.portouts:view': 'عرض طلبات النقل الصادر',
  'permission.portouts:modify': 'الرد على طلبات النقل الصادر',
  'portouts.status.pending': 'قيد الانتظار',
  'portouts.status.authorized': 'مصرّح به',
  'portouts.status.rejection-in-review': 'الرفض قيد المراجعة',
  'portouts.status.rejected': 'مرفوض',
  'portouts.status.ported-out': 'تم النقل',
  'portouts.status.canceled': 'ملغى',
  'portouts.left.days': 'متبقٍّ {days} ي {hours} س',
  'portouts.left.hours': 'متبقٍّ {hours} س {minutes} د',
  'portouts.left.minutes': 'متبقٍّ {minutes} د',
  'portouts.left.moments': 'متبقٍّ أقل من دقيقة',
  'portouts.passed.overdue': 'متأخر منذ {time}',
  'portouts.passed.authorized': 'صُرّح به بالسكوت {time}',
  'portouts.passed.late': 'النقل متأخر منذ {time}',
  'portouts.then.overdue': 'بعدها يكون الرد متأخرًا',
  'portouts.then.authorized': 'بعدها يُعدّ السكوت تصريحًا بالنقل',
  'portouts.then.late': 'بعدها يكون النقل متأخرًا',
};
