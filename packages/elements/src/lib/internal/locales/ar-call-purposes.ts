import type { CallPurposeMessages } from './en.ts';

/** Arabic of what calls are for (NUM-5), for every widget that says it. */
export const arCallPurposes: CallPurposeMessages = {
  'purpose.charity': 'عمل خيري',
  'purpose.customer-service': 'خدمة العملاء',
  'purpose.debt-collection': 'تحصيل الديون',
  'purpose.informational-notification': 'معلومات وإشعارات',
  'purpose.multi-use-line': 'خط متعدد الاستخدامات',
  'purpose.political': 'سياسي',
  'purpose.prison': 'سجن',
  'purpose.survey': 'استطلاع رأي',
  'purpose.telemarketing': 'تسويق عبر الهاتف',
  'purpose.do-not-originate': 'لا تصدر منه مكالمات',
};
