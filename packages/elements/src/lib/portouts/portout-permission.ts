import type { Permission } from '@numberdesk/core/access';

/** What it takes to see port-outs: who may answer them may see them (POR-10). */
export const permissionToView = (permissions: readonly string[] = []): Permission =>
  permissions.includes('portouts:modify') ? 'portouts:modify' : 'portouts:view';
