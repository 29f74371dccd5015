// What reads where there is no worker: loaded there alone.
export { validateBatch } from '@numberdesk/core/numbers';
