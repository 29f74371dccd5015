/**
 * The OpenAPI 3.1 document, derived from the operation tables.
 *
 * @module
 */
export { toOpenApi } from './lib/http/openapi-document.ts';
