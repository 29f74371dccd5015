/** A validated UUID. */
export type TenantId = string & { readonly __tenant: unique symbol };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a tenant's id, in small letters; `null` for any other text. */
export function parseTenantId(text: string): TenantId | null {
  return uuid.test(text) ? (text as TenantId) : null;
}
