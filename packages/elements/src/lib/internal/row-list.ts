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
 * not have the focus; best of all where they stand, for what is moved is styled and laid out as if it were new.
 */
class RowList extends Directive {
  #written: readonly Written[] = [];

  render(_rows: readonly ListedRow[]): unknown {
    return noChange;
  }

  override update(list: ChildPart, [rows]: [readonly ListedRow[]]): unknown {
    const old = this.#written;
    const keys = new Set(rows.map(({ key }) => key));
    const byKey = new Map(old.map((written) => [written.row.key, written]));
    const goes = (written: Written) => !keys.has(written.row.key);
    const used = new Set<Written>();
    const canBe = (written?: Written | null, kind?: string) =>
      written &&
      kind &&
      written.row.kind === kind &&
      goes(written) &&
      !used.has(written) &&
      !hasFocus(written.part);
    let next = 0;
    let isHead = true;
    this.#written = rows.map((row) => {
      const stays = byKey.get(row.key);
      let here = old[next];
      while (here && (used.has(here) || (stays && goes(here)))) here = old[++next];
      // Below the room for others, whose height is another now, a browser would scroll along with what stays there.
      isHead &&= row.kind === rows[0]?.kind;
      const taken = stays ?? [...old, isHead ? here : null].findLast((written) => canBe(written, row.kind));
      if (taken) used.add(taken);
      const part = taken && taken === here ? taken.part : insertPart(list, here?.part, taken?.part);
      if (!taken || !isAlike(taken.row.shows, row.shows)) setChildPartValue(part, row.render());
      return { row, part };
    });
    for (const written of old) if (!used.has(written)) removePart(written.part);
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
