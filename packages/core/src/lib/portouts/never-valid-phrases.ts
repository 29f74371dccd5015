/** Grounds on which a number may never be kept (POR-5). */
export const neverValidGroundCodes = [
  'unpaid-bill',
  'termination-fee',
  'contract-term',
  'equipment',
  'unsatisfactory-relationship',
  'retention-offer',
  'call-us',
] as const;

export type NeverValidGround = (typeof neverValidGroundCodes)[number];

/**
 * What a text is looked through for, in one language. A phrase is a regular expression in small letters without marks,
 * in which `*` stands for any letters and a blank for blanks and hyphens; it begins and ends with whole words. Of a pair,
 * both stand near each other in one sentence, in whichever order.
 */
interface GroundPhrases {
  grounds: Record<NeverValidGround, readonly (string | readonly [string, string])[]>;
  /** What stands right before a phrase and says the opposite. */
  negations: readonly string[];
}

const en: GroundPhrases = {
  grounds: {
    'unpaid-bill': [
      [
        'unpaid|outstanding|overdue|past due|delinquent|unsettled|open|owing|owed|not( yet)?( been)? (paid|settled)',
        'bills?|invoices?|balances?|charges|amounts?|payments?|debts?',
      ],
      ['unpaid|overdue|past due|delinquent', 'accounts?'],
      '(balance|amount|payment|money)( is)?( still)? due|owes?|still owing|arrears|non( )?payment|in collections?',
      '(has|have|had|did|does|do|is|was)(nt| not)( yet)?( been)? (paid|pay|paying|settled?)',
      '(refuses|failed|fails|needs|has|have|must)( first)?( to)? (pay|settle)|until .{0,30} (pays|paid|settled?)',
    ],
    'termination-fee': [
      '(terminat*|cancel*|exit|disconnect*|leaving) (fees?|charges?|penalty|penalties)|etf',
      '(fee|charge|penalty) for( early| the)? (terminati*|cancel*|leaving)',
    ],
    'contract-term': [
      [
        'contract|agreement',
        'runs?|running|expires?|not expired|ends|ending|in force|in effect|binding|remaining|until|months left|years left',
      ],
      '(under|in|within|bound by|breach of|breaks?)( an| a| the| our| their)?( active| valid| current)? (contract|agreement)',
      '(contract*|agreement|minimum|commitment|remaining) (terms?|period|commitment|obligation)',
      '(months|years) (left|remaining|to go)|[0-9]+ (months?|years?) (contract|agreement|term)|term (commitment|agreement)|locked in',
      '(not|never)( been| yet)? fulfill*( the| their| his| her| our)? (contract|agreement)',
    ],
    equipment: [
      [
        'equipment|devices?|handsets?|routers?|modems?|hardware|atas?|phones?(?! number)',
        '(not|never)( yet)?( been)? (returned|paid)|(has|have)(nt| not) returned|unreturned|unpaid|owe[ds]?|outstanding|financed|installments?|payment plan|leased?|rented|still has|to be returned|(must|to) return|return(ed)? (first|before)',
      ],
      'return( all)?( of)?( the| our| his| her| their| your)? (equipment|devices?|handsets?|routers?|modems?|hardware|phones)',
    ],
    'unsatisfactory-relationship': [
      ['unsatisfactory|bad|poor|difficult|strained|broken|terrible', 'relationships?|relations?'],
      'dispute with( the| this| our)? customer',
    ],
    'retention-offer': [
      'retention (offers?|team|department|desk|deals?|calls?|discounts?|campaign|process)|win( )?back|customer retention',
      '(counter( )?|better |special |loyalty |save |new )(offers?|deals?|discounts?)|better (rates?|prices?|plans?)',
      '(want*|like|try*|wish|hop*|chance|attempt*) to (keep|retain|save|win back|persuade|convince)( the| this| our)? (customer|client|account|him|her|them)',
      ['offer*|discount*', 'to stay|stays|stay with us|not to leave'],
    ],
    'call-us': [
      '(call|phone|ring|contact|email)( to)? (us|our .{3,20}|customer (service|care|support)|support|sales|billing|(the )?(losing|current|old) carrier)',
      '(speak|talk) (to|with) (us|our .{3,20}|customer (service|care)|sales|billing)|in touch with us|reach out to (us|our .{3,20})',
      'give us a (call|ring)|call back|(must|should|needs? to|has to|have to)( first)? call|have( the)? (customer|them|him|her) call',
      'please call(?! the| them| her| him)|(call|phone) [+(]{0,2}[0-9]{1,15}',
    ],
  },
  negations: ['(no|without|not|never|neither|nor)( an| a| any| the| under| about| because of| due to){0,2}'],
};

const es: GroundPhrases = {
  grounds: {
    'unpaid-bill': [
      [
        'facturas?|recibos?|saldos?|pagos?|importes?|cuotas?|cuentas?',
        'impagad*|pendientes?|vencid*|sin pagar|adeudad*|atrasad*|no (esta|estan|ha sido|han sido|se ha|se han) pagad*',
      ],
      'saldo deudor|(nos )?deben? (dinero|[0-9]+.{0,12}|las? facturas?|.{0,10} facturas?)|nos deben?|adeuda*|deudas?|moros*|impagos?|(falta|faltan) de pago',
      'no (nos )?(ha|han) pagado|no (paga|pagan|pago)|hasta que (pague|paguen|se pague|liquide)|(debe|tiene que|falta) (pagar|liquidar)',
    ],
    'termination-fee': [
      [
        'cargos?|cuotas?|tarifas?|comision*|penalizacion*|penalidad*|multas?|tasas?|gastos?',
        'cancelacion|terminacion|rescision|baja|anticipad*|permanencia|desistimiento',
      ],
    ],
    'contract-term': [
      ['contrato', 'vigente|vigor|vigencia|venc*|termina|finaliza|expira*|hasta|sigue|activo|plazo|incumpl*'],
      '(bajo|dentro del?|ligado por|atado a)( un| el| su)? contrato|permanencia|plazo minimo',
      'meses (restantes|de contrato)|(quedan|faltan) .{1,12} meses',
    ],
    equipment: [
      [
        'equipos?|routers?|modems?|terminal|terminales|aparatos?|dispositivos?|decodificador*',
        'no (ha |han |se ha |ha sido |han sido |nos ha )?(devuelt*|devolvi*|pagad*)|sin (devolver|pagar)|por devolver|(debe|tiene que|hay que) devolver|financiad*|alquil*|a plazos|devolucion',
      ],
      '(devolver|devuelva|devuelvan) (el|los|la|las|nuestros?) (equipos?|routers?|modems?|terminal|terminales|aparatos?|dispositivos?)',
    ],
    'unsatisfactory-relationship': [
      ['relacion|relaciones', 'insatisfactori*|malas?|deteriorad*|conflictiv*|no( es)? satisfactori*'],
      '(disputa|conflicto|litigio) con (el|este|nuestro) cliente',
    ],
    'retention-offer': [
      '(ofertas?|campana|departamento|equipo|proceso) de (retencion|fidelizacion)|contraofertas?',
      '(mejor|nueva|ultima) oferta|oferta (especial|mejor|mejorada)|fidelizar',
      '(conservar|retener|recuperar|convencer) (al|a este|a nuestro|este|nuestro) cliente',
      ['ofertas?|descuentos?|promocion*', 'se quede|quedarse|no se vaya|permanezca'],
    ],
    'call-us': [
      '(llam[ae]n?|llamar|contact[ae]n?|contactar|escrib[ae]n?|hable|hablar)( por favor)? (a nosotros|con nosotros|a atencion al cliente|al servicio .{2,12}|a servicio .{2,12}|a soporte|a ventas|a facturacion)',
      '(llamen?|contacten?|contactar|escriban|comunique)nos|llamarnos|comunique?(n)?se con nosotros',
      '(pongase|ponganse|ponerse) en contacto|(debe|tiene que|por favor) llam*',
    ],
  },
  negations: [
    '(no|sin|ni|ningun|ninguna|tampoco|nunca)( hay| tiene| existe| existen| tienen| es| son| por| esta| una| un| la| el){0,2}',
  ],
};

const de: GroundPhrases = {
  grounds: {
    'unpaid-bill': [
      [
        '*rechnung|*rechnungen|forderung|forderungen|*betrag|*betraege|*betrage|saldo|posten|zahlung|zahlungen|*gebuh?e?hr*',
        'offene?[nrs]?|unbezahlt*|unbeglichen*|aussteh*|ausstand*|uberfallig*|ueberfaellig*|fallig*|faellig*|stehen aus|steht aus|nicht (bezahlt|beglichen|gezahlt)',
      ],
      '*zahlungsruckst*|*zahlungsrueckst*|*zahlungsverzug|*ruckstande?n?|*rueckstaende?n?|im verzug|schuldet|schulden|*mahnung|*mahnungen|mahnverfahren|inkasso*',
      '(hat|haben|wurde|wird)( noch)? nicht (ge|be)zahlt|zahlt( noch)? nicht|(muss|soll)( erst| zuerst| noch)? (be)?zahlen',
    ],
    'termination-fee': [
      '*(kundigungs|kuendigungs|storno|stornierungs|ablose|abloese|ausstiegs|vorfalligkeits|wechsel)(gebuhr*|gebuehr*|entgelt*|kosten|entschadigung)|vertragsstrafe*',
      ['*gebuhr*|*gebuehr*|*entgelt*|strafe', 'vorzeitig*|kundigung|kuendigung|beendigung'],
    ],
    'contract-term': [
      '(vertrags|mindest|rest|mindestvertrags)?(laufzeit*|bindung)|vertragsdauer|kundigungsfrist|kuendigungsfrist|vertragsende',
      [
        'vertrag|vertrages|vertrags',
        'lauft|laeuft|endet|bis|noch (gultig|gueltig|aktiv|bindend)|nicht (abgelaufen|gekundigt|gekuendigt|beendet)|besteht noch|gebunden',
      ],
      'noch( unter| im| in einem)? vertrag|noch .{1,12} monate',
    ],
    equipment: [
      [
        '*gerat|*gerate|*geraet|*geraete|*router|*routern|modem|modems|hardware|telefonanlage',
        'zuruck|zurueck|nicht zuruck*|nicht zurueck*|zuruck(geben|zugeben|schicken|gegeben|gesendet|senden)|zurueck(geben|schicken|gegeben|gesendet|senden)|ruckgabe|rueckgabe|rucksendung|ruecksendung|nicht (be|abbe)zahlt|raten|ratenzahlung|gemietet*|geliehen*',
      ],
      '(miet|leih)(gerat|geraet|router|hardware)*',
    ],
    'unsatisfactory-relationship': [
      [
        '*beziehung|*beziehungen|*verhaltnis|*verhaeltnis',
        'unbefriedigend*|schlecht*|gestort*|gestoert*|schwierig*|zerruttet*|zerruettet*|belastet*',
      ],
      '(streit|rechtsstreit|auseinandersetzung) mit dem kunden',
    ],
    'retention-offer': [
      '(bleibe|halte|treue|gegen|ruckgewinnungs|rueckgewinnungs|kundenbindungs)( )?angebote?|(besser|neu|attraktiv|spezial)*(es|ere|eres) angebot|sonderangebot|kunden(ruck|rueck)gewinnung|kundenbindung',
      '(den|unseren|diesen) kunden( gerne| gern)? (halten|zuruckgewinnen|zurueckgewinnen|umstimmen|uberzeugen|ueberzeugen|behalten)',
      ['angebot*|rabatt*', 'bleibt|bleiben|nicht( zu)? wechsel*'],
    ],
    'call-us': [
      '(rufen|rufe|ruf)( sie)?( bitte)?( uns| bei uns)?( bitte)? (an|zuruck|zurueck)|bitte( um)?( bei uns| uns)? (anruf|ruckruf|rueckruf|anrufen|melden|kontaktieren|zuruckrufen|zurueckrufen)',
      '(kontaktieren|wenden|melden)( sie)?( sich)?( bitte)?( bei| an)? (uns|unser*)|(bei )?uns( bitte)?( zu)? (melden|kontaktieren|anrufen)',
    ],
  },
  negations: [
    '(kein|keine|keinen|keiner|keinem|ohne|nicht|nie|weder)( wegen| um| eine| einen| einer| ein| die| den| der| das){0,2}',
  ],
};

const ar: GroundPhrases = {
  grounds: {
    'unpaid-bill': [
      [
        '*فاتور*|*فواتير*|*رصيد*|*مبلغ*|*مبالغ*|*حساب*',
        '*غير (ال)?(مدفوع*|مسدد*)|*مستحق*|*متاخر*|لم (يتم )?(تدفع*|تسدد*|يدفع*|يسدد*|دفع*|سداد*)',
      ],
      '*مستحقات*|*متاخرات*|*مديوني*|*مدين|*ديون*|(عليه|لديه) دين|لم (يدفع|يسدد|يقم بالدفع|يقم بالسداد)|*عدم (ال)?(دفع|سداد)',
    ],
    'termination-fee': [['*رسوم*|رسم|*غرام*', '*انهاء*|*الغاء*|*فسخ*|*مبكر*'], '*شرط (ال)?جزاي*'],
    'contract-term': [
      [
        '*عقد|*عقده|*عقدها|*اتفاقي*',
        '*ساري*|سار|لم ينته*|لم تنته*|*ينتهي|*مده|قايم|حتي|*متبقي*|*ملتزم*|يسري',
      ],
      '*(مده|فتره) (ال)?(عقد|التزام|تعاقد)|تحت عقد|*مرتبط* بعقد|*الحد الادني للمده',
    ],
    equipment: [
      [
        '*جهاز*|*اجهز*|*معدات*|*راوتر*|*مودم*',
        'لم (يرجع*|يعد*|ترجع*|تعد*|يتم (ارجاع|اعاده)*)|*غير (ال)?(مرجع*|معاد*|مدفوع*)|*اعاده|*ارجاع|*استرجاع|*ايجار|*موجر*|*اقساط|*تقسيط',
      ],
    ],
    'unsatisfactory-relationship': [
      ['*علاق*', '*غير (ال)?مرضي*|*سييه|*متوتر*'],
      '*(نزاع|خلاف) مع (هذا )?(ال)?عميل',
    ],
    'retention-offer': [
      ['*عرض*|*عروض*|*خصم*', '*استبقاء|للبقاء|ليبقي|افضل|*احتفاظ*|خاص'],
      '(نريد|نرغب في|نود|نحاول) (ال)?(احتفاظ|استبقاء|اقناع)*|*(احتفاظ ب|استبقاء )(ال)?عميل',
    ],
    'call-us': [
      '(ال|ب|بال|ل|لل|و|ي|ت)?(اتصل|اتصلوا|اتصال|تصل|تصلوا|تواصل|تواصلوا) (بنا|معنا|ب?خدمه (ال)?عملاء|ب?قسم*|ب?فريق*|ب?الدعم|ب?المبيعات)',
      '(يرجي|الرجاء|نرجو) (ال)?(اتصال|تواصل)|مراجعه (خدمه العملاء|مكتبنا|فرعنا)',
    ],
  },
  negations: ['(لا|ليس|ليست|بدون|دون)( يوجد| توجد| هناك| عليه| لديه| اي){0,2}'],
};

/** Phrases by language: all that the kit ships (POR-5). */
export const neverValidPhrases = { en, es, de, ar } as const;
