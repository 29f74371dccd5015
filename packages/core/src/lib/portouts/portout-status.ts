/** What a port-out request can be (POR-4, POR-5, POR-6); a carrier's other status is kept and shown raw. */
export const portOutStatuses = [
  'pending',
  'authorized',
  'rejection-in-review',
  'rejected',
  'ported-out',
  'canceled',
] as const;

export type PortOutStatus = (typeof portOutStatuses)[number];

/** The two groups that a list can be filtered by (POR-6). */
export const portOutGroups = {
  incomplete: ['pending', 'authorized', 'rejection-in-review'],
  complete: ['ported-out', 'rejected', 'canceled'],
} as const satisfies Record<string, readonly PortOutStatus[]>;

export type PortOutGroup = keyof typeof portOutGroups;

/** The group of a request; a status that this list does not know is no end, so it is incomplete (POR-6). */
export function portOutGroup(status: string): PortOutGroup {
  return (portOutGroups.complete as readonly string[]).includes(status) ? 'complete' : 'incomplete';
}
