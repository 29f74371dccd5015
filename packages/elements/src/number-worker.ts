/**
 * The script of the worker in which `<number-importer>` reads files. Serve it from your page's own origin; imported
 * anywhere but in a worker, it does nothing.
 *
 * @module
 */
import { serveReading } from './lib/numbers/batch-worker.ts';

serveReading(globalThis);
