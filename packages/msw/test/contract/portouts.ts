import type { Visitors } from './desk.ts';
import { answerContract } from './portout-answers.ts';
import { chargingContract } from './portout-charging.ts';
import { endingContract } from './portout-endings.ts';
import { readingContract } from './portout-reading.ts';
import { recordingContract } from './portout-recording.ts';

/** What becomes of a request to take numbers elsewhere (POR-1 … POR-10). */
export function portOutContract(visitors: Visitors): void {
  recordingContract(visitors);
  answerContract(visitors);
  endingContract(visitors);
  readingContract(visitors);
  chargingContract(visitors);
}
