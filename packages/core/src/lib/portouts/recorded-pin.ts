import { pinProblems } from './pin-in-text.ts';
import type { ReadPortOut } from './portout-input.schema.ts';
import { type MatchedFields, matchSubmitted, matchedFields } from './submitted-match.ts';

/**
 * Which texts of a request that is to be recorded hold the PIN that came with it or the one on file: they are shown and
 * mailed. A value that is what is on file stays, whatever digits it has, and so does the carrier's number of the request,
 * which nobody here can change (POR-3).
 */
export function recordedPinProblems(
  { winningCarrier, status, submitted, reasons }: ReadPortOut,
  onFile: MatchedFields,
): ReturnType<typeof pinProblems> {
  const { pin, authorizedPerson, loa } = submitted;
  const matches = matchSubmitted(submitted, onFile);
  const compared = matchedFields.filter((field) => field !== 'pin' && matches[field] !== 'match');
  const texts: [string, string | null | undefined][] = [
    ['/winningCarrier', winningCarrier],
    ['/status', status],
    ...compared.map((field): [string, string | null] => [`/submitted/${field}`, submitted[field]]),
    ['/submitted/authorizedPerson', authorizedPerson],
    ['/submitted/loa/name', loa?.name],
    ['/submitted/loa/file', loa?.file],
    ...(reasons ?? []).flatMap((reason, index) =>
      (['code', 'label', 'fault', 'source'] as const).map((part): [string, string | undefined] => [
        `/reasons/${index}/${part}`,
        reason[part],
      ]),
    ),
  ];
  const given = texts.map(([path, text]) => [path, text ?? undefined] as const);
  return pinProblems(given, [pin, onFile.pin]);
}
