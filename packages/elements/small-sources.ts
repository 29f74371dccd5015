// Makes sources small for what is shipped. A template goes without the white space that only makes it readable; what a
// reader would see as a blank, between words and what stands in a line with them, stays a blank.
import { RolldownMagicString } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';

/** Elements with a line of their own: white space at their edges, inside or outside, is never seen. */
const blocks =
  /^(?:d[dlt]|div|fieldset|h\d|legend|li|main|ol|optgroup|option|p|select|t[dhr]|table|tbody|thead|ul)$/;

/** Elements at whose inner edges none is seen. */
const inside = /^(?:button|details|summary|svg)$/;

/** Elements in which there is no text at all. */
const bare = /^(?:dl|ol|select|svg|table|tbody|thead|tr|ul)$/;

/** Elements that have no end tag. */
const empty = /^(?:br|input|wbr)$/;

/** Stands for what is put into a template. */
const hole = '\u0000';

interface Node {
  type: string;
  start: number;
  end: number;
  [name: string]: unknown;
}

/** Every node of a tree of a kind. */
function* nodesOf(type: string, tree: unknown): Generator<Node> {
  if (typeof tree !== 'object' || tree === null) return;
  if ((tree as Node).type === type) yield tree as Node;
  for (const child of Object.values(tree)) yield* nodesOf(type, child);
}

/** A source with its templates made small, and where everything went. */
export function smallTemplates(source: string): RolldownMagicString {
  const small = new RolldownMagicString(source);
  for (const { tag, quasi } of nodesOf('TaggedTemplateExpression', parseAst(source, { lang: 'ts' }))) {
    if ((tag as Node)['name'] !== 'html') continue;
    const pieces = (quasi as Node)['quasis'] as readonly (Node & { value: { raw: string } })[];
    const texts = smallMarkup(pieces.map(({ value }) => value.raw).join(hole)).split(hole);
    for (const [index, { value }] of pieces.entries()) {
      const start = source.indexOf(value.raw, index === 0 ? (quasi as Node).start + 1 : pieces[index]?.start);
      if (value.raw !== '') small.update(start, start + value.raw.length, texts[index] ?? '');
    }
  }
  return small;
}

/** What of an operation only a server and its documentation ask. */
const serverSide = /^(?:summary|needs|throws)$/;

/** An operation table as a client needs it. */
export function clientSide(source: string): RolldownMagicString {
  const small = new RolldownMagicString(source);
  for (const { key, start, end } of nodesOf('Property', parseAst(source, { lang: 'ts' }))) {
    if (!serverSide.test(String((key as Node)['name']))) continue;
    const comma = /^\s*,/.exec(source.slice(end))?.[0] ?? '';
    small.remove(start, end + comma.length);
  }
  return small;
}

const tagPattern = /(<\/?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>)/gi;

/** Markup without white space that nobody sees. */
export function smallMarkup(markup: string): string {
  const pieces = markup.split(tagPattern);
  const open: string[] = [];
  const small = pieces.map((piece, index) => {
    if (index % 2 === 1) return smallTag(piece, open);
    return smallText(piece, pieces[index - 1], pieces[index + 1], open.at(-1));
  });
  return small.join('');
}

/** A tag with one blank between its attributes, and quotes only where they are needed; `open` is kept. */
function smallTag(tag: string, open: string[]): string {
  const name = nameOf(tag);
  if (tag.startsWith('</')) open.splice(open.lastIndexOf(name));
  else if (!tag.endsWith('/>') && !empty.test(name)) open.push(name);
  return tag
    .replace(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ' ')
    .replace(empty.test(name) ? / \/?>$/ : / >$/, '>')
    .replace(/="([\w.#-]+)"(?!\/)/g, '=$1');
}

const nameOf = (tag: string) => /^<\/?([a-z0-9-]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';

/** A text with one blank between words, and none where a line begins or ends anyhow. */
function smallText(
  text: string,
  before: string | undefined,
  after: string | undefined,
  parent?: string,
): string {
  if (parent && bare.test(parent)) return text.replace(/\s+/g, '');
  const isEdge = (tag: string | undefined, isInside: boolean) =>
    tag !== undefined && (blocks.test(nameOf(tag)) || (isInside && inside.test(nameOf(tag))));
  const small = text.replace(/\s+/g, ' ');
  const started = isEdge(before, !before?.startsWith('</')) ? small.trimStart() : small;
  return isEdge(after, after?.startsWith('</') ?? false) ? started.trimEnd() : started;
}
