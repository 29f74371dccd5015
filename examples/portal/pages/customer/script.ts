import type { FetchSession } from '@numberdesk/core';
import { chosen, followChoices } from '../look.ts';
import { sessionFrom } from '../session.ts';

const portal = document.querySelector('numberdesk-portal') as HTMLElement & { fetchSession: FetchSession };
portal.fetchSession = sessionFrom('/session', { role: chosen().role });

followChoices(document.querySelector('form.strip') as HTMLFormElement);
