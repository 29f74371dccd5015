/** Every permission, one for each kind of act (ACC-2). */
export const permissions = [
  'orders:view',
  'orders:place',
  'orders:manage',
  'documents:view',
  'documents:upload',
  'documents:review',
  'portouts:view',
  'portouts:modify',
  'portouts:manage',
  'numbers:view',
  'numbers:add',
  'numbers:vet',
  'onboarding:view',
  'onboarding:edit',
  'onboarding:manage',
  'projects:view',
  'projects:approve',
  'projects:manage',
] as const;

export type Permission = (typeof permissions)[number];

/** What holding a permission brings with it: an act brings its view, but an upload opens no document (ACC-2, ACC-3). */
export const permissionImplications = {
  'orders:view': [],
  'orders:place': ['orders:view'],
  'orders:manage': ['orders:view'],
  'documents:view': [],
  'documents:upload': [],
  'documents:review': ['documents:view'],
  'portouts:view': [],
  'portouts:modify': ['portouts:view'],
  'portouts:manage': ['portouts:view'],
  'numbers:view': [],
  'numbers:add': ['numbers:view'],
  'numbers:vet': ['numbers:view'],
  'onboarding:view': [],
  'onboarding:edit': ['onboarding:view'],
  'onboarding:manage': ['onboarding:view'],
  'projects:view': [],
  'projects:approve': ['projects:view'],
  'projects:manage': ['projects:view'],
} as const satisfies Record<Permission, readonly Permission[]>;

/** The permissions together with all that they imply, each once, in the order of {@link permissions} (ACC-2). */
export function withImplied(held: readonly Permission[]): Permission[] {
  const all = new Set<Permission>(held);
  for (const permission of held) for (const implied of permissionImplications[permission]) all.add(implied);
  return permissions.filter((permission) => all.has(permission));
}
