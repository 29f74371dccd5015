import { followChoices } from '../look.ts';

followChoices(document.querySelector('form.strip') as HTMLFormElement);
