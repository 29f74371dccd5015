import type { Choices, Language } from '../choices.ts';

/** The page's own texts; the widgets bring theirs. */
export interface Texts {
  title: string;
  intro: string;
  /** Heading of the page of one order. */
  order: string;
  /** The pages of the inventory. */
  numbers: { title: string; intro: string; add: string; addIntro: string; back: string };
  /** The pages of requests to take numbers elsewhere. */
  portouts: { title: string; intro: string };
  nav: { label: string; orders: string; numbers: string; portouts: string; help: string; back: string };
  demo: { label: string; desk: string; show: string; footer: string };
  labels: Record<keyof Choices, string>;
  brand: Record<Choices['brand'], string>;
  theme: Record<Choices['theme'], string>;
  lang: Record<Choices['lang'], string>;
  role: Record<Choices['role'], string>;
}

const brand = { northwind: 'Northwind Voice', alder: 'Alder & Finch', vantage: 'Vantage' };
const lang = { en: 'English', ar: 'العربية' };

export const texts: Record<Language, Texts> = {
  en: {
    title: 'Number orders',
    intro:
      'The numbers on their way to you, and those that still need documents. This page keeps itself up to date.',
    order: 'Your order',
    numbers: {
      title: 'Your numbers',
      intro: 'Every number of yours, what calls from it are for, and whether it is approved.',
      add: 'Add numbers',
      addIntro: 'One by one, or a whole file at once. New numbers are pending until they are approved.',
      back: 'All numbers',
    },
    portouts: {
      title: 'Port-outs',
      intro:
        'Requests to take your numbers to another carrier: what is asked, what matches, and until when to answer.',
    },
    nav: {
      label: 'Main',
      orders: 'Number orders',
      numbers: 'Numbers',
      portouts: 'Port-outs',
      help: 'Get help',
      back: 'All number orders',
    },
    demo: {
      label: 'Demonstration',
      desk: "Open the provider's desk",
      show: 'Show',
      footer: 'A demonstration: people, companies and telephone numbers are invented.',
    },
    labels: { brand: 'Brand', theme: 'Theme', lang: 'Language', role: 'Signed in as' },
    brand,
    theme: { auto: 'As the device', light: 'Light', dark: 'Dark' },
    lang,
    role: { admin: 'Admin', member: 'Member', viewer: 'Viewer', outsider: 'No access to orders' },
  },
  ar: {
    title: 'طلبات الأرقام',
    intro: 'الأرقام التي في طريقها إليكم، وتلك التي ما زالت تنتظر مستندات. تتحدّث هذه الصفحة من تلقاء نفسها.',
    order: 'طلبكم',
    numbers: {
      title: 'أرقامكم',
      intro: 'كل رقم من أرقامكم، وغرض المكالمات منه، وهل اعتُمد.',
      add: 'إضافة أرقام',
      addIntro: 'رقمًا رقمًا أو ملفًا كاملًا دفعة واحدة. تبقى الأرقام الجديدة قيد المراجعة إلى أن تُعتمد.',
      back: 'كل الأرقام',
    },
    portouts: {
      title: 'نقل الأرقام إلى مشغّل آخر',
      intro: 'طلبات نقل أرقامكم إلى مشغّل آخر: ما المطلوب، وما الذي يطابق سجلاتنا، وإلى متى يمكن الرد.',
    },
    nav: {
      label: 'القائمة الرئيسية',
      orders: 'طلبات الأرقام',
      numbers: 'الأرقام',
      portouts: 'نقل الأرقام',
      help: 'المساعدة',
      back: 'كل طلبات الأرقام',
    },
    demo: {
      label: 'عرض توضيحي',
      desk: 'افتح مكتب المزوّد',
      show: 'اعرض',
      footer: 'عرض توضيحي: الأشخاص والشركات وأرقام الهواتف من نسج الخيال.',
    },
    labels: { brand: 'العلامة', theme: 'المظهر', lang: 'اللغة', role: 'الدخول بصفة' },
    brand,
    theme: { auto: 'حسب الجهاز', light: 'فاتح', dark: 'داكن' },
    lang,
    role: { admin: 'مشرف', member: 'عضو', viewer: 'مطّلع', outsider: 'بلا صلاحية للطلبات' },
  },
};
