import type { StayReason } from '../numbers/number-change.ts';
import { portOutStore } from './portout.store.ts';

/** A number stays in the inventory while a port-out of it is open: it leaves with the port (POR-7). */
export const staysForPortOut: StayReason = async (tx, number) =>
  (await portOutStore(tx).isLeaving(number))
    ? 'A port-out of this number is open: it leaves the inventory once it is ported.'
    : null;
