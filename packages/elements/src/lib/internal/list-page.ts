import type { TemplateResult } from 'lit';
import type { Localizer } from './localize.ts';

/** The most that one request may ask for. */
export const largestListPage = 200;

/** One page of the answer to a question. */
export interface ListPage<Item> {
  readonly data: readonly Item[];
  readonly next: string | null;
  /** The position in the event feed that the page shows. */
  readonly feed: number;
}

/** Which page is wanted. */
export interface PageWish {
  readonly limit: number;
  readonly cursor?: string;
}

/** How the next page is coming along; where it has not come, what there is to say of that. */
export type NextPage =
  | { readonly state: 'loading' | 'data' }
  | {
      readonly state: 'error';
      readonly tell: (texts: Localizer) => TemplateResult;
    };
