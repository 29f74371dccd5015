/** Where numbers are to be had in the demonstration. */
export interface Place {
  type: string;
  location: { country: string; region?: string | undefined; city?: string | undefined };
  /** First of a block of numbers that regulators keep for fiction; the next ones follow it. */
  first: number;
  /** Business days, as the cart would quote them. */
  leadTime: { min: number; max: number };
  /** Whether the regulator there wants papers before a number is handed out. */
  papers?: true;
}

const place = (
  type: string,
  [country, region, city]: [country: string, region?: string | undefined, city?: string],
  first: number,
  [min, max]: [number, number],
  papers?: 'papers',
): Place => ({
  type,
  location: { country, region, city },
  first,
  leadTime: { min, max },
  ...(papers ? { papers: true as const } : {}),
});

export const places: readonly Place[] = [
  place('local', ['US', 'New York', 'New York City'], 12125550100, [1, 3]),
  place('local', ['US', 'California', 'Los Angeles'], 12135550100, [1, 3]),
  place('local', ['US', 'Illinois', 'Chicago'], 13125550100, [1, 3]),
  place('local', ['US', 'Texas', 'Houston'], 17135550100, [1, 3]),
  place('local', ['US', 'Georgia', 'Atlanta'], 14045550100, [1, 3]),
  place('local', ['US', 'Arkansas', 'Little Rock'], 15015550100, [2, 5]),
  place('local', ['US', 'Washington', 'Seattle'], 12065550100, [1, 3]),
  place('local', ['US', 'Massachusetts', 'Boston'], 16175550100, [1, 3]),
  place('toll-free', ['US'], 18885550100, [1, 2]),
  place('toll-free', ['US'], 18335550100, [1, 2]),
  place('local', ['CA', 'Ontario', 'Toronto'], 14165550100, [2, 4]),
  place('local', ['CA', 'Québec', 'Montréal'], 15145550100, [2, 4]),
  place('local', ['CA', 'British Columbia', 'Vancouver'], 16045550100, [2, 4]),
  place('local', ['PR', undefined, 'San Juan'], 17875550100, [3, 6]),
  place('local', ['DO', undefined, 'Santo Domingo'], 18095550100, [10, 15], 'papers'),
  place('local', ['GB', 'England', 'London'], 442079460000, [3, 7]),
  place('local', ['GB', 'Scotland', 'Glasgow'], 441414960000, [3, 7]),
  place(
    'local',
    ['GB', 'Wales', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'],
    441632960000,
    [5, 10],
  ),
  place('mobile', ['GB'], 447700900000, [3, 5]),
  place('toll-free', ['GB'], 448081570000, [3, 7]),
  place('local', ['FR', 'Île-de-France', 'Paris'], 33199000000, [5, 10], 'papers'),
  place('local', ['FR', "Provence-Alpes-Côte d'Azur", 'Marseille'], 33465710000, [5, 10], 'papers'),
  place('mobile', ['FR'], 33639980000, [7, 14], 'papers'),
  place('local', ['DE', 'Berlin', 'Berlin'], 493023125000, [10, 20], 'papers'),
  place('local', ['DE', 'Bayern', 'München'], 498999998000, [10, 20], 'papers'),
  place('local', ['AU', 'New South Wales', 'Sydney'], 61270100000, [4, 8], 'papers'),
  place('local', ['AU', 'Victoria', 'Melbourne'], 61370100000, [4, 8], 'papers'),
  place('local', ['SE', undefined, 'Stockholm'], 46846500400, [5, 10], 'papers'),
  place('national', ['SE'], 46980319200, [10, 15], 'papers'),
];

/** The `count` numbers after the first `skipped` ones of a place's block, in E.164. */
export function numbersFrom(place: Place, skipped: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `+${place.first + skipped + index}`);
}

/** The place whose numbers a line is about; for one that the demonstration does not know, any of that type. */
export function placeOf(line: { type: string; location: Place['location'] }): Place | undefined {
  const { country, city } = line.location;
  const ofType = places.filter(({ type }) => type === line.type);
  return (
    ofType.find(({ location }) => location.country === country && location.city === city) ??
    ofType.find(({ location }) => location.country === country) ??
    ofType[0]
  );
}
