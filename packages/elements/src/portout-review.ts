/**
 * Registers `<portout-review>`.
 *
 * @module
 */
import { PortOutReview } from './lib/portouts/portout-review.element.ts';

PortOutReview.define();

export type * from './portout-review-element.ts';
