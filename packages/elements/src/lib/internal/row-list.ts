import { noChange } from 'lit';
import { type ChildPart, Directive, directive } from 'lit/directive.js';
import { insertPart, removePart, setChildPartValue, setCommittedValue } from 'lit/directive-helpers.js';

/** A row to render, or the room for some that are not. */
export interface ListedRow {
  /** What it is known by. Other rows should have other keys, or theirs are made anew. */
  key: string;
  render: () => unknown;
  /** Elements of one that has gone are used for it where that was of the same kind. */
  kind?: string;
  /** What is alike within a kind, and in no other: the elements of one that was built alike need only be filled. */
  build?: string;
  /** Whatever the row shows: it is rendered anew only when one of these is another. */
  shows?: readonly unknown[];
  /** While rows are moving, all of them: where it is seen among the others. */
  place?: number | undefined;
}

interface Written {
  row: ListedRow;
  part: ChildPart;
}

/**
 * Renders rows. One whose key stays keeps its elements and what has the focus in them, wherever others come and go;
 * the elements of one that goes are used for one that comes, which costs less than making others, as long as they do
 * not have the focus. To move them in the tree costs as much as to fill them: while rows are moving, scrolled by a
 * reader, say, they are only seen in their place, and get to it in the tree when that is over.
 */
class RowList extends Directive {
  #written: readonly Written[] = [];
  #isInOrder = true;

  render(_rows: readonly ListedRow[]): unknown {
    return noChange;
  }

  override update(list: ChildPart, [rows]: [readonly ListedRow[]]): unknown {
    const isMoving = rows[0]?.place !== undefined;
    if (!isMoving && !this.#isInOrder) this.#putInOrder(list);
    this.#isInOrder = !isMoving;
    const owners = new Map<ListedRow, Written>();
    const kept = new Set<Written>();
    const keep = (row: ListedRow, own: Written | undefined) => own && kept.add(own) && owners.set(row, own);
    const known = new Map(this.#written.map((written) => [written.row.key, written]));
    for (const row of rows) {
      keep(row, known.get(row.key));
      // Should another row have the same key, it gets elements of its own.
      known.delete(row.key);
    }
    const inTree = () => this.#written.filter((written) => kept.has(written));
    let staying: (Written | undefined)[] = inTree();
    // Those that were built alike first, for they need only be filled: a row of another build takes what they leave. But
    // to move one in the tree costs more than that.
    for (const alike of isMoving ? (['build', 'kind'] as const) : (['kind'] as const)) {
      for (const row of rows) {
        const isFit = (other: Written) =>
          row[alike] === other.row[alike] && !kept.has(other) && !hasFocus(other.part);
        if (row[alike] && !owners.has(row)) keep(row, this.#written.find(isFit));
      }
    }
    for (const written of this.#written) if (!kept.has(written)) removePart(written.part);
    // Where all are others, each has taken the elements that are in its place already.
    if (!staying[0]) staying = inTree();
    let next = 0;
    this.#written = rows.map((row) => {
      const own = owners.get(row);
      const at = staying.indexOf(own);
      const before = staying[next]?.part;
      if (at === next) next++;
      else if (at >= 0) staying.splice(at, 1);
      const part = own && (isMoving || own.part === before) ? own.part : insertPart(list, before, own?.part);
      if (!own || !isAlike(own.row.shows, row.shows)) setChildPartValue(part, row.render());
      if (own?.row.place !== row.place) elementOf(part).style.order = `${row.place ?? ''}`;
      return { row, part };
    });
    // So that Lit knows that there is something to take away when nothing comes in place of the list.
    setCommittedValue(list, this);
    return noChange;
  }

  /** Moves rows in the tree to where they are seen, around the one that has the focus: it would lose it. */
  #putInOrder(list: ChildPart): void {
    const parts = this.#written.map(({ part }) => part);
    const focused = parts.find(hasFocus);
    parts.reduceRight<ChildPart | undefined>((next, part) => {
      const isThere = part.endNode?.nextSibling === (next?.startNode ?? list.endNode);
      if (part !== focused && !isThere) insertPart(list, next, part);
      return part;
    }, undefined);
  }
}

/** Renders rows, see {@link RowList}. */
export const rowList = directive(RowList);

const isAlike = (a?: readonly unknown[], b?: readonly unknown[]) =>
  a?.length === b?.length && a?.every((value, index) => value === b?.[index]);

/** A row is one element. */
const elementOf = ({ startNode }: ChildPart) => (startNode as Comment).nextElementSibling as HTMLElement;

const hasFocus = (part: ChildPart) => elementOf(part).matches(':focus-within');
