/** The ids of the accounts from the top down to one account, itself included (ACC-1). */
export interface AccountChain {
  businessId: string;
  unitId: string | null;
  programId: string | null;
}

const columns = { business: 'business_id', 'business-unit': 'unit_id', program: 'program_id' } as const;

/** What may be seen: the rows with this account in their chain; `null` is the whole tenant. */
export type Scope = { column: (typeof columns)[keyof typeof columns]; id: string } | null;

/** What somebody who acts in an account sees: itself and what lies below; staff, in none, sees all (ACC-1). */
export function scopeOf(account: { id: string; level: keyof typeof columns } | null): Scope {
  return account && { column: columns[account.level], id: account.id };
}

/** What those see who act in each of the accounts of a chain, from the top. */
export function scopesOfChain({ businessId, unitId, programId }: AccountChain): NonNullable<Scope>[] {
  return [
    { column: columns.business, id: businessId },
    ...(unitId === null ? [] : [{ column: columns['business-unit'], id: unitId }]),
    ...(programId === null ? [] : [{ column: columns.program, id: programId }]),
  ];
}
