import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neverValidGrounds } from './never-valid-grounds.ts';
import { neverValidGroundCodes, neverValidPhrases } from './never-valid-phrases.ts';

/** What people write who have no valid reason, by ground and language. */
const grounds: Record<string, Record<string, string[]>> = {
  'unpaid-bill': {
    en: [
      'Unpaid bill',
      'The customer has an outstanding balance of $231.',
      'past-due invoice',
      'Account is past due',
      'They still owe us two months',
      'Customer hasn’t paid',
      'Bill not paid yet',
      'Non-payment.',
      'balance is due',
      'The account must be paid: two open invoices',
      'OVERDUE PAYMENT',
      'We will release it when the customer has settled the unpaid charges',
      'customer needs to pay first',
      'Account suspended for nonpayment',
      'Final bill not settled',
    ],
    es: [
      'Factura impagada',
      'El cliente tiene facturas pendientes',
      'Saldo pendiente de pago',
      'falta de pago',
      'No ha pagado la última factura',
      'Deuda con nosotros',
      'El cliente nos debe dinero',
      'cuenta morosa',
      'no pagó la factura',
    ],
    de: [
      'Offene Rechnung',
      'Die Rechnung ist noch nicht bezahlt',
      'Kunde ist im Zahlungsrückstand',
      'Zahlungsrueckstand',
      'Der Kunde schuldet uns 200 €',
      'Es gibt offene Beträge',
      'Zwei Rechnungen stehen aus',
      'Überfällige Zahlung',
      'Er zahlt nicht',
    ],
    ar: [
      'فاتورة غير مدفوعة',
      'الفواتير لم تُسدَّد',
      'على العميل مستحقات مالية',
      'رصيد مستحق على الحساب',
      'عدم الدفع',
      'العميل لم يدفع الفاتورة',
      'العميل مدين',
    ],
  },
  'termination-fee': {
    en: [
      'Early termination fee applies',
      'ETF not settled',
      'cancellation charge',
      'There is a fee for early cancellation',
    ],
    es: ['Cargo por cancelación anticipada', 'Penalización por baja', 'multa por rescisión del servicio'],
    de: [
      'Kündigungsgebühr',
      'Kuendigungsgebuehr faellig',
      'Gebühr für vorzeitige Beendigung',
      'Vertragsstrafe',
    ],
    ar: ['رسوم إلغاء مبكر', 'رسوم الإنهاء المبكر للخدمة', 'غرامة فسخ', 'شرط جزائي'],
  },
  'contract-term': {
    en: [
      'Customer is under contract',
      'The contract runs until March',
      'Contract term not over',
      '14 months left',
      'still in contract',
      'minimum term',
      'agreement expires in 2028',
      'customer is in a 24 month contract',
      'They have not fulfilled their contract',
    ],
    es: [
      'El contrato sigue vigente',
      'Contrato hasta marzo',
      'compromiso de permanencia',
      'Quedan ocho meses',
    ],
    de: [
      'Der Vertrag läuft bis März',
      'Mindestlaufzeit',
      'Vertragslaufzeit nicht beendet',
      'noch im Vertrag',
      'noch acht Monate',
      'Kunde hat noch Vertrag',
    ],
    ar: ['العقد ساري حتى مارس', 'مدة العقد لم تنته', 'العميل مرتبط بعقد', 'لم تنتهِ فترة الالتزام'],
  },
  equipment: {
    en: [
      'Equipment not returned',
      'Customer must return the router',
      'Unreturned modem',
      'handset installments',
      'The phones are leased',
      'has not returned our devices',
      'Please return our equipment first',
      'phone not paid off',
      'device payment plan',
    ],
    es: [
      'Equipo no devuelto',
      'Debe devolver el router',
      'El terminal está financiado',
      'equipos sin devolver',
      'Devuelva el router',
    ],
    de: [
      'Gerät nicht zurückgegeben',
      'Der Router wurde noch nicht zurückgeschickt',
      'Mietgerät',
      'Gerät muss zurück',
      'Rückgabe der Geräte fehlt',
    ],
    ar: ['لم يُعِد الجهاز', 'المعدات غير مرجعة', 'إعادة الأجهزة مطلوبة', 'الجهاز بالتقسيط'],
  },
  'unsatisfactory-relationship': {
    en: [
      'Unsatisfactory relationship',
      'bad relationship with the other carrier',
      'Dispute with the customer',
    ],
    es: ['Relación insatisfactoria', 'mala relación con el operador', 'Conflicto con el cliente'],
    de: ['Unbefriedigende Geschäftsbeziehung', 'Das Verhältnis ist gestört', 'Streit mit dem Kunden'],
    ar: ['علاقة غير مرضية', 'العلاقة سيئة', 'نزاع مع العميل'],
  },
  'retention-offer': {
    en: [
      'Retention offer pending',
      'We want to keep the customer',
      'The customer has a better offer from us',
      'counter-offer made',
      'with our retention team',
      'offered a discount to stay',
      'We can do a better rate',
    ],
    es: [
      'Oferta de retención',
      'Contraoferta enviada',
      'Queremos retener al cliente',
      'le damos un descuento para que se quede',
      'Tenemos una oferta especial',
    ],
    de: [
      'Halteangebot',
      'Wir möchten den Kunden halten',
      'Kundenrückgewinnung läuft',
      'Wir machen ein besseres Angebot',
      'Rabatt, damit er bleibt',
    ],
    ar: ['عرض للبقاء', 'نريد الاحتفاظ بالعميل', 'قدمنا عرضًا أفضل', 'عرض استبقاء'],
  },
  'call-us': {
    en: [
      'Please call us',
      'Call customer service',
      'Customer must contact our billing department',
      'have them call back',
      'Please get in touch with us',
      'contact the losing carrier',
      'call 1-800-555-1234',
      'have the customer call in',
      'please reach out to our team',
      'She should call first',
    ],
    es: [
      'Por favor llámenos',
      'Contacte con nosotros',
      'Póngase en contacto',
      'Llame a atención al cliente',
      'Contáctenos',
    ],
    de: [
      'Bitte rufen Sie uns an',
      'Bitte melden Sie sich bei uns',
      'Kunde soll uns anrufen',
      'Bitte um Rückruf',
    ],
    ar: ['يرجى الاتصال بنا', 'اتصل بخدمة العملاء', 'تواصل معنا', 'على العميل التواصل معنا', 'يرجى الاتصال'],
  },
};

/** What people write who have a valid reason: none of it may be taken for a ground. */
const innocent: Record<string, string[]> = {
  en: [
    'Account number on the bill differs',
    'The account number on the latest invoice is 4471, not 4417.',
    'The PIN that was submitted is wrong.',
    'ZIP code does not match our records',
    'This number is on another account.',
    'The number was disconnected in May and is inactive.',
    'The number was ported out last week.',
    'The customer contacted us on 3 May and withdrew the request.',
    'Customer called and asked for a port freeze.',
    'Two numbers of the hunt group are missing from the list.',
    'Duplicate of PO_624719',
    'The due date is a holiday.',
    'Requested due date not possible, too short notice',
    'Signed by a person who is not authorised on the account.',
    'There is no unpaid bill, but the customer never signed.',
    'Not about an unpaid invoice: the LOA is not signed.',
    'The contract number is wrong.',
    'Court order 22-CV-1180 forbids any change.',
    'The name on the contract is another one.',
    'The number belongs to a device of another customer.',
    'The letter has an open date.',
    'Please call the end user to verify.',
    'The phone number was returned to the pool',
    'The customer changed her mind and stays with us',
    'Open order on the line',
    'No bill copy attached',
    'Call forwarding number, not portable',
    'The agreement was signed by someone else',
    'Number is a test number of our modem pool',
    'The company has been renamed; the relationship of the signer to the company is unknown.',
  ],
  es: [
    'El número de cuenta de la factura no coincide',
    'El PIN es incorrecto',
    'El código postal no coincide',
    'El número no pertenece a esta cuenta',
    'El cliente retiró la solicitud el 3 de mayo',
    'Faltan dos números en la lista',
    'La línea está inactiva desde mayo',
    'El nombre del contrato es otro',
    'No hay facturas pendientes, pero la firma no es del titular',
    'Solicitud duplicada',
    'El cliente llamó y retiró la solicitud',
    'la fecha no es posible, es festivo',
  ],
  de: [
    'Die Kontonummer auf der Rechnung weicht ab',
    'Die PIN ist falsch',
    'Die Postleitzahl stimmt nicht',
    'Die Nummer gehört nicht zu diesem Konto',
    'Der Kunde hat den Auftrag am 3. Mai zurückgezogen',
    'Zwei Nummern fehlen in der Liste',
    'Der Vertragspartner ist ein anderer',
    'Keine offenen Rechnungen, aber die Unterschrift fehlt',
    'Nummer ist seit Mai abgeschaltet',
    'Doppelter Auftrag',
    'Kunde hat angerufen und widerrufen',
    'Auf der Rechnung steht ein anderer Name',
  ],
  ar: [
    'رقم الحساب في الفاتورة مختلف',
    'الرمز السري غير صحيح',
    'الرمز البريدي لا يطابق سجلاتنا',
    'الرقم لا ينتمي إلى هذا الحساب',
    'سحب العميل الطلب في 3 مايو',
    'الطلب مكرر',
    'الرقم غير نشط منذ مايو',
    'التوقيع ليس توقيع صاحب الحساب',
    'العميل اتصل وسحب الطلب',
    'التاريخ المطلوب عطلة رسمية',
  ],
};

/** Innocent, and taken for a ground all the same: why no reason but `other` is stopped. */
const takenAmiss: [string, string][] = [
  ['The account number on the unpaid invoice differs', 'unpaid-bill'],
  ['The bill that the customer sent shows an open balance under another account number', 'unpaid-bill'],
  ['The customer did contact us to withdraw the request', 'call-us'],
  ['The equipment address is that of the leased building', 'equipment'],
  ['El contrato vence a nombre de otra persona', 'contract-term'],
  ['Der Vertrag läuft auf einen anderen Namen', 'contract-term'],
  ['اتصل بنا العميل وسحب الطلب', 'call-us'],
];

/** A ground said in other words: nothing but a reader finds it. */
const unseen = [
  'Money matters first.',
  'They know what they have to do before we let the number go.',
  'u n p a i d  b i l l',
  'Konto im Minus',
  'Le client n’a pas payé sa facture.',
];

const cases = Object.entries(grounds).flatMap(([ground, languages]) =>
  Object.entries(languages).flatMap(([language, texts]) =>
    texts.map((text) => [language, text, ground] as const),
  ),
);

describe('grounds that are never valid', () => {
  it('POR-5: are these seven', () => {
    expect([...neverValidGroundCodes].sort()).toEqual(Object.keys(grounds).sort());
  });

  it('POR-5: are known, and tested, in every language that the kit ships', () => {
    expect(Object.keys(neverValidPhrases)).toEqual(['en', 'es', 'de', 'ar']);
    for (const languages of Object.values(grounds))
      expect(Object.keys(languages)).toEqual(['en', 'es', 'de', 'ar']);
  });

  it.each(cases)('POR-5: in %s, "%s" amounts to %s', (_, text, ground) => {
    expect(neverValidGrounds(text)).toContain(ground);
    expect(neverValidGrounds(text.toUpperCase())).toContain(ground);
    expect(neverValidGrounds(`We checked this twice. ${text}, as we said`)).toContain(ground);
  });

  it.each(Object.values(innocent).flat())('POR-5: "%s" amounts to none', (text) => {
    expect(neverValidGrounds(text)).toEqual([]);
  });

  it.each(takenAmiss)('POR-5: "%s" is taken amiss as %s, and so only asked about', (text, ground) => {
    expect(neverValidGrounds(text)).toContain(ground);
  });

  it.each(unseen)('POR-5: "%s" goes unseen', (text) => {
    expect(neverValidGrounds(text)).toEqual([]);
  });

  it('POR-5: several are told, each once', () => {
    expect(neverValidGrounds('Unpaid bill and unpaid invoice. Please call us.')).toEqual([
      'unpaid-bill',
      'call-us',
    ]);
  });

  it('POR-5: two words far from each other, or in two sentences, make no ground', () => {
    expect(neverValidGrounds('The bill is attached. Open the second page to see the name.')).toEqual([]);
    expect(neverValidGrounds(`open ${'the next page '.repeat(4)} of the bill`)).toEqual([]);
  });

  it('POR-5: any text of the longest is looked through at once', () => {
    const word = fc.constantFrom(
      'not',
      'paid',
      'bill',
      'unpaid',
      'offen',
      'لم',
      'فاتورة',
      'no',
      'contract',
      ' ',
      'a',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 400, maxLength: 500 }), (words) => {
        const found = neverValidGrounds(words.join(' ').slice(0, 2000));
        expect(neverValidGroundCodes.filter((code) => found.includes(code))).toEqual(found);
      }),
      { numRuns: 50 },
    );
    for (const letter of ['a', 'ا', 'not ', 'bill ', 'فاتوره ']) {
      expect(neverValidGrounds(letter.repeat(2000).slice(0, 2000)).length).toBeLessThanOrEqual(1);
    }
  }, 5000);
});
