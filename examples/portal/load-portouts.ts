import type { Client } from '@numberdesk/core';
import type { PortOutDetail } from '@numberdesk/core/portouts';
import { type DemoPortOut, demoPortOuts, serviceRecords } from './seeds/portouts.ts';

/** Who brings the demonstration's port-outs about: each does what only they would. */
export interface PortOutPeople {
  owner: Client;
  customer: Client;
  desk: Client;
}

/** Records the demonstration's requests and lets them go where they went; what is there already stays as it is. */
export async function loadPortOuts(
  people: PortOutPeople,
  now: number,
  call: { signal?: AbortSignal },
): Promise<void> {
  for (const [id, record] of Object.entries(serviceRecords)) {
    await people.owner.portouts.putServiceRecord({ id, ...record }, call);
  }
  const { data } = await people.desk.portouts.list({ limit: 200 }, call);
  const known = new Set(data.map(({ request }) => request));
  for (const { input, story } of demoPortOuts(now)) {
    if (known.has(input.request)) continue;
    await tell(people, await people.desk.portouts.record(input, call), story);
  }
}

async function tell({ customer, desk }: PortOutPeople, portout: PortOutDetail, story: DemoPortOut['story']) {
  const { id, version } = portout;
  if (story.is === 'canceled') return void (await desk.portouts.cancel({ id }, { ifMatch: version }));
  if ('rejection' in story) {
    const rejected = await customer.portouts.reject({ id, ...story.rejection }, { ifMatch: version });
    if (story.is === 'in-review') return;
    const isValid = story.is === 'rejected';
    const note = isValid ? 'Our records say the same.' : 'Five digits of the ZIP code are the same.';
    return void (await desk.portouts.judge({ id, valid: isValid, note }, { ifMatch: rejected.version }));
  }
  if (story.is === 'pending') return;
  let after = await customer.portouts.accept({ id }, { ifMatch: version });
  if (story.is === 'authorized') return;
  for (const { tn } of portout.numbers) {
    after = await desk.portouts.port({ id, tn }, { ifMatch: after.version });
  }
}
