import { noChange } from 'lit';
import { type ChildPart, Directive, directive } from 'lit/directive.js';
import { insertPart, removePart, setChildPartValue, setCommittedValue } from 'lit/directive-helpers.js';

/** A row to render, or the room for some that are not. */
export interface ListedRow {
  /** What it is known by; other rows have other keys. */
  key: string;
  render: () => unknown;
  /** Elements of one that has gone are used for it where that was of the same kind. */
  kind?: string;
  /** Whatever the row shows: it is rendered anew only when one of these is another. */
  shows?: readonly unknown[];
}

interface Written {
  row: ListedRow;
  part: ChildPart;
}

/**
 * Renders rows. One whose key stays keeps its elements and what has the focus in them, wherever others come and go;
 * the elements of one that goes are used for one that comes, which costs less than making others, as long as they do
 * not have the focus.
 */
class RowList extends Directive {
  #written: readonly Written[] = [];

  render(_rows: readonly ListedRow[]): unknown {
    return noChange;
  }

  override update(list: ChildPart, [rows]: [readonly ListedRow[]]): unknown {
    const keys = new Set(rows.map(({ key }) => key));
    const staying = this.#written.filter(({ row }) => keys.has(row.key));
    const leaving = this.#written.filter(({ row }) => !keys.has(row.key));
    const byKey = new Map(staying.map((written) => [written.row.key, written]));
    const isFree = ({ part, row }: Written, kind?: string) => kind && row.kind === kind && !hasFocus(part);
    let next = 0;
    this.#written = rows.map((row) => {
      const known = byKey.get(row.key);
      const at = known ? -1 : leaving.findIndex((written) => isFree(written, row.kind));
      const [taken = known] = at < 0 ? [] : leaving.splice(at, 1);
      const before = staying[next]?.part;
      if (known && known === staying[next]) next++;
      else if (known) staying.splice(staying.indexOf(known), 1);
      const part = known && known.part === before ? before : insertPart(list, before, taken?.part);
      if (!taken || !isAlike(taken.row.shows, row.shows)) setChildPartValue(part, row.render());
      return { row, part };
    });
    for (const { part } of leaving) removePart(part);
    // So that Lit knows that there is something to take away when nothing comes in place of the list.
    setCommittedValue(list, this);
    return noChange;
  }
}

/** Renders rows, see {@link RowList}. */
export const rowList = directive(RowList);

const isAlike = (a?: readonly unknown[], b?: readonly unknown[]) =>
  a?.length === b?.length && a?.every((value, index) => value === b?.[index]);

function hasFocus({ startNode, endNode }: ChildPart): boolean {
  const focused = (startNode?.getRootNode() as Partial<ShadowRoot>).activeElement;
  for (let node = startNode; focused && node && node !== endNode; node = node.nextSibling) {
    if (node.contains(focused)) return true;
  }
  return false;
}
