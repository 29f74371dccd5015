import { deCallPurposes } from './de-call-purposes.ts';
import { deNumberBatch } from './de-number-batch.ts';
import type { CallPurposeMessages, NumberImporterMessages } from './en.ts';

/** German of `<number-importer>`. */
export const deNumberImporter: NumberImporterMessages & CallPurposeMessages = {
  ...deCallPurposes,
  ...deNumberBatch,
  'permission.numbers:add': 'Rufnummern hinzufügen',
  'import.cancel': 'Abbrechen',
  'import.label': 'Rufnummern hinzufügen',
  'import.loading': 'Wird geladen',
  'import.offline':
    'Sie sind offline. Ihre Eingaben bleiben hier stehen; gespeichert wird erst, wenn Sie wieder online sind.',
  'import.part.failed':
    'Dieser Teil konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es dann erneut.',
  'import.help': 'Hilfe zu Ihren Rufnummern bekommen Sie hier: {contact}.',
  'import.help.contact': 'unser Support',
  'import.account': 'Hinzufügen zu',
  'import.account.choose': 'Konto wählen',
  'import.account.needed': 'Wählen Sie, wohin die Rufnummern kommen.',
  'import.account.failed': 'Die Konten konnten nicht geladen werden.',
  'import.account.none': 'Sie haben kein Konto, dem Rufnummern hinzugefügt werden können.',
  'import.level.business': 'Unternehmen',
  'import.level.business-unit': 'Geschäftseinheit',
  'import.level.program': 'Programm',
  'import.ways': 'Wie Rufnummern hinzukommen',
  'import.way.manual': 'Einzeln',
  'import.way.batch': 'Aus einer Datei',
  'import.number': 'Rufnummer',
  'import.number.hint': 'Vorwahl und Nummer, etwa {national}, oder dasselbe als {e164}.',
  'import.number.fine': 'Die Rufnummer ist richtig geschrieben',
  'import.number.area-code-unknown':
    'Richtig geschrieben, aber die Vorwahl ist uns noch nicht bekannt: Wir sehen sie uns an, bevor sie genehmigt wird.',
  'import.number.listed': 'Diese Rufnummer steht schon in Ihrer Liste.',
  'import.list.full': {
    one: 'Die Liste fasst {count} Rufnummer: Speichern Sie diese zuerst.',
    other: 'Die Liste fasst bis zu {count} Rufnummern: Speichern Sie diese zuerst.',
  },
  'import.suggest': '{suggestion} übernehmen',
  'import.purpose': 'Anrufzweck',
  'import.purpose.choose': 'Zweck wählen',
  'import.purpose.missing': 'Wählen Sie, wozu Anrufe von dieser Rufnummer dienen.',
  'import.add': 'Hinzufügen',
  'import.added': '{number} steht in Ihrer Liste: {count} insgesamt.',
  'import.list': 'Neue Rufnummern',
  'import.list.empty':
    'Hier erscheinen die Rufnummern, die Sie hinzufügen. Bis Sie speichern, können Sie sie noch ändern.',
  'import.edit': 'Ändern',
  'import.edit.label': '{number} ändern',
  'import.edit.done': 'Übernehmen',
  'import.remove': 'Entfernen',
  'import.remove.label': '{number} entfernen',
  'import.removed': { one: '{count} Rufnummer entfernt.', other: '{count} Rufnummern entfernt.' },
  'import.clear': 'Alle entfernen',
  'import.undo': 'Rückgängig',
  'import.undone': 'Rückgängig gemacht.',
  'import.save': { one: '{count} Rufnummer speichern', other: '{count} Rufnummern speichern' },
  'import.paste': {
    one: 'Sie haben {count} Zeile eingefügt.',
    other: 'Sie haben {count} Zeilen eingefügt.',
  },
  'import.paste.review': 'Zusammen prüfen',
  'import.paste.dismiss': 'Nicht jetzt',
  'import.paste.purpose': 'Die Zeilen haben keinen Zweck. Wählen Sie oben einen, dann gilt er für alle.',
  'import.paste.name': 'Eingefügte Zeilen',
  'import.dno':
    '„Do Not Originate“ ist nur für Rufnummern, von denen nie angerufen wird: Andere Netzbetreiber blockieren dann jeden Anruf von ihnen.',
  'import.dno.confirm': {
    one: 'Ich bestätige, dass {count} Rufnummer als „Do Not Originate“ gekennzeichnet wird',
    other: 'Ich bestätige, dass {count} Rufnummern als „Do Not Originate“ gekennzeichnet werden',
  },
  'import.dno.needed': 'Bestätigen Sie das, bevor Sie speichern.',
  'import.file.drop': 'Legen Sie hier eine CSV- oder TXT-Datei ab',
  'import.file.or': 'oder',
  'import.file.choose': 'Datei wählen',
  'import.file.one': 'Legen Sie nur eine Datei auf einmal ab.',
  'import.file.rules': {
    one: 'Zwei Spalten ohne Kopfzeile: in jeder Zeile eine Rufnummer, etwa {e164} oder {national}, und ihr Anrufzweck. Eine Datei darf {count} Zeile haben.',
    other:
      'Zwei Spalten ohne Kopfzeile: in jeder Zeile eine Rufnummer, etwa {e164} oder {national}, und ihr Anrufzweck. Eine Datei darf bis zu {count} Zeilen haben.',
  },
  'import.file.template': 'Vorlage herunterladen',
  'import.file.purposes': 'So werden die Zwecke in einer Datei geschrieben',
  'import.file.reading': '{name} wird gelesen',
  'import.file.rows': { one: 'Bisher {count} Zeile', other: 'Bisher {count} Zeilen' },
  'import.file.failed': 'Die Datei konnte nicht gelesen werden. Wählen Sie sie noch einmal.',
  'import.refusal.empty':
    'Die Datei ist leer: Schreiben Sie in jede Zeile eine Rufnummer und ihren Anrufzweck.',
  'import.refusal.binary':
    'Das ist keine Textdatei: Speichern Sie Ihre Liste als CSV oder TXT und wählen Sie sie dann erneut.',
  'import.refusal.spreadsheet':
    'Das ist eine Tabellenkalkulation: Speichern Sie sie dort als CSV und wählen Sie dann diese Datei.',
  'import.refusal.one-column':
    'Die Zeilen haben nur eine Spalte: Schreiben Sie den Anrufzweck nach einem Komma in eine zweite.',
  'import.refusal.too-many-rows': {
    one: 'Die Datei hat mehr als die {count} Zeile, die eine Datei haben darf: Teilen Sie sie in mehrere auf.',
    other:
      'Die Datei hat mehr als die {count} Zeilen, die eine Datei haben darf: Teilen Sie sie in mehrere auf.',
  },
  'import.problem.empty': 'Die Rufnummer fehlt.',
  'import.problem.not-digits': 'Nur Ziffern, ohne Leerzeichen und Satzzeichen.',
  'import.problem.wrong-length': 'Eine Rufnummer hat zehn Ziffern: Vorwahl und Nummer.',
  'import.problem.plus-missing': 'Elf Ziffern, die mit 1 beginnen, brauchen ein + davor.',
  'import.problem.plus-misplaced': 'Ein + steht nur ganz am Anfang, vor der 1 und zehn Ziffern.',
  'import.problem.other-country': 'Nur Rufnummern des nordamerikanischen Plans (+1) können hinzukommen.',
  'import.problem.area-code-first-digit': 'Eine Vorwahl beginnt mit 2 bis 9.',
  'import.problem.area-code-n11': 'Kurzwahlen wie 411 und 911 sind keine Vorwahlen.',
  'import.problem.area-code-reserved': 'Diese Vorwahl ist reserviert.',
  'import.problem.exchange-first-digit': 'Die drei Ziffern nach der Vorwahl beginnen mit 2 bis 9.',
  'import.problem.exchange-n11':
    'Die drei Ziffern nach der Vorwahl dürfen keine Kurzwahl wie 411 oder 911 sein.',
  'import.problem.fictional': 'Diese Rufnummer ist für Beispiele und Auskünfte zurückgelegt.',
  'import.problem.spreadsheet-number':
    'Eine Tabellenkalkulation hat diese Rufnummer gekürzt. Formatieren Sie ihre Spalte als Text und geben Sie sie erneut ein.',
};
