import type { FieldProblem } from '@numberdesk/core/http';
import { Refusal, invalid } from './refusal.ts';

/** The most bytes of a body that are read: 1 MiB. */
export const maxBodyBytes = 1_048_576;
/** The most brackets that may be open at once. */
export const maxNesting = 32;

/**
 * Reads a body as JSON that is safe to store and to walk.
 *
 * @throws Refusal `unsupported-type`, `too-large` (without reading on), `bad-json`, `invalid` naming the field.
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  requireJson(request.headers);
  const text = decode(await readBytes(request));
  requireShallow(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal('bad-json', `The body is not JSON: ${(error as Error).message.slice(0, 200)}.`);
  }
  const problems = unsoundParts(value);
  if (problems.length > 0) throw invalid(problems);
  return value;
}

function requireJson(headers: Headers): void {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
  const isPlain = (headers.get('content-encoding') ?? 'identity') === 'identity';
  if (type.trim() !== 'application/json' || !isUtf8 || !isPlain) {
    throw new Refusal('unsupported-type', 'Send the body as application/json in UTF-8, not compressed.');
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = () =>
    new Refusal('too-large', `The body is larger than ${maxBodyBytes} bytes: send less at a time.`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const chunk = await reader?.read().catch(() => {
      throw new Refusal('bad-json', 'The body broke off.');
    });
    if (!chunk || chunk.done) return Buffer.concat(chunks, size);
    size += chunk.value.byteLength;
    if (size > maxBodyBytes) {
      await reader?.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(chunk.value);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('bad-json', 'The body is not valid UTF-8.');
  }
}

/** Counts open brackets outside of texts, before anything that calls itself gets to see them. */
function requireShallow(text: string): void {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inText) {
      if (char === '\\') at++;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (char === '[' || char === '{') {
      if (++depth > maxNesting) {
        throw new Refusal('bad-json', `The body nests deeper than ${maxNesting} levels.`);
      }
    } else if (char === ']' || char === '}') depth--;
  }
}

/** What no schema should have to think of: broken Unicode and NUL, which no database stores, and `__proto__`. */
function unsoundParts(value: unknown, path = '', found: FieldProblem[] = []): FieldProblem[] {
  if (found.length >= 20) return found;
  if (typeof value === 'string' && !isSound(value)) {
    found.push({ path, code: 'broken-text', detail: 'Contains broken Unicode or a NUL character.' });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      const at = `${path}/${key.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (key === '__proto__' || !isSound(key)) {
        found.push({ path: at.toWellFormed(), code: 'unknown-field', detail: 'There is no such field.' });
      } else unsoundParts(part, at, found);
    }
  }
  return found;
}

const isSound = (text: string) => text.isWellFormed() && !text.includes('\0');
