import { describe, expect, it } from 'vitest';
import { portOutGroup, portOutGroups, portOutStatuses } from './portout-status.ts';

describe('the status of a port-out request', () => {
  it('POR-6: is one of six', () => {
    expect(portOutStatuses).toEqual([
      'pending',
      'authorized',
      'rejection-in-review',
      'rejected',
      'ported-out',
      'canceled',
    ]);
  });

  it.each([
    ['pending', 'incomplete'],
    ['authorized', 'incomplete'],
    ['rejection-in-review', 'incomplete'],
    ['ported-out', 'complete'],
    ['rejected', 'complete'],
    ['canceled', 'complete'],
    ['on-hold', 'incomplete'],
    ['constructor', 'incomplete'],
    ['', 'incomplete'],
  ])('POR-6: %s is %s', (status, group) => {
    expect(portOutGroup(status)).toBe(group);
  });

  it('POR-6: each stands in one group', () => {
    expect(Object.values(portOutGroups).flat().sort()).toEqual([...portOutStatuses].sort());
  });
});
