import type { NumberBatch, NumberImport } from '@numberdesk/core/numbers';

/** One piece of an import with the answer that it was given. */
export interface ImportPiece {
  /** Its rows, as text. */
  content: string;
  answer: NumberBatch;
}

/** The imports of the mock. */
export interface ImportBook {
  start(what: Pick<NumberImport, 'account' | 'name' | 'rows' | 'createdAt'>): NumberImport;
  find(id: string): NumberImport | undefined;
  /** The piece that began at a row, if it has come. */
  piece(id: string, from: number): ImportPiece | undefined;
  /** Notes that a piece has come. */
  advance(id: string, piece: ImportPiece): void;
  newBatchId(): string;
}

export function createImportBook(): ImportBook {
  const imports = new Map<string, NumberImport>();
  const pieces = new Map<string, ImportPiece>();
  let count = 0;
  return {
    start({ account, name, rows, createdAt }) {
      const id = `import-${++count}`;
      const started = { id, account, name, rows, next: 0, added: 0, rejected: 0, createdAt };
      imports.set(id, started);
      return started;
    },
    find: (id) => imports.get(id),
    piece: (id, from) => pieces.get(`${id} ${from}`),
    advance(id, piece) {
      const known = imports.get(id);
      if (!known) return;
      const { rows, added, rejected } = piece.answer.totals;
      pieces.set(`${id} ${known.next}`, piece);
      imports.set(id, {
        ...known,
        next: known.next + rows,
        added: known.added + added,
        rejected: known.rejected + rejected,
      });
    },
    newBatchId: () => `batch-${++count}`,
  };
}
