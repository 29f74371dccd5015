import type { OrderBackfill } from '@numberdesk/core/orders';
import { accounts } from './seeds/accounts.ts';
import { people } from './seeds/people.ts';
import { type Place, numbersFrom, places } from './seeds/places.ts';
import { type Random, seededRandom } from './seeds/random.ts';
import { type Story, stories } from './seeds/stories.ts';

export interface DemoOrder {
  number: string;
  body: OrderBackfill;
}

const day = 86_400_000;
const spread = 40;
const quantities = [1, 1, 1, 2, 2, 3, 4, 5, 5, 8, 10, 25];
const placesWithPapers = places.filter(({ papers }) => papers);
const accountIds = Object.keys(accounts);

/**
 * Orders of the last forty days, the newest first: the same ones for the same `now`, `count` and `seed`. With any
 * `count` every status is there, also orders that have left the active list.
 */
export function* demoOrders(now: number, count: number, seed = 13_537): Generator<DemoOrder> {
  const random = seededRandom(seed);
  const handedOut = new Map<Place, number>();
  const nextNumbers = (place: Place, quantity: number) => {
    const skipped = handedOut.get(place) ?? 0;
    handedOut.set(place, skipped + quantity);
    return numbersFrom(place, skipped, quantity);
  };
  for (let index = 0; index < count; index++) {
    const age = spread * ((index + random.between(0.1, 0.9)) / count) ** 1.25;
    const number = `NV${48_000 + count - index}`;
    yield { number, body: demoOrder(now, age, random, nextNumbers) };
  }
}

type NextNumbers = (place: Place, quantity: number) => string[];

function demoOrder(now: number, age: number, random: Random, nextNumbers: NextNumbers): OrderBackfill {
  const placedAt = now - age * day;
  const possible = stories.filter(({ from, until }) => age >= from && age < until);
  const main = random.weighted(possible);
  const lineCount = random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3, 4]);
  const lines = Array.from({ length: lineCount }, (_, index) => {
    const story = index === 0 || main.unconfirmed || random() < 0.5 ? main : random.weighted(possible);
    return demoLine(placedAt, age, story.unconfirmed ? main : story, random, nextNumbers);
  });
  const confirmedAt = main.unconfirmed ? null : placedAt + Math.min(age / 2, random.between(0.02, 0.8)) * day;
  return {
    account: random.pick(accountIds),
    placedAt: toText(placedAt),
    confirmedAt: confirmedAt === null ? null : toText(confirmedAt),
    placedBy: random.pick(people),
    lines,
  };
}

function demoLine(placedAt: number, age: number, story: Story, random: Random, nextNumbers: NextNumbers) {
  const place = random.pick(story.papers ? placesWithPapers : places);
  const quantity = random.pick(quantities);
  const { min, max } = place.leadTime;
  const inStock = story.inStock === true;
  const after = story.after(age, inStock ? 0 : random.between(min, max), random());
  return {
    type: place.type,
    location: place.location,
    quantity,
    supply: inStock ? ('in-stock' as const) : ('on-order' as const),
    leadTime: inStock ? null : place.leadTime,
    status: story.status,
    statusChangedAt: toText(placedAt + after * day),
    numbers: story.status === 'completed' ? nextNumbers(place, quantity) : [],
  };
}

const toText = (millis: number) => new Date(millis).toISOString();
