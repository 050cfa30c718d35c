/**
 * The place of a store cannot be used as it is: it is not there, belongs to something else, is in use or damaged. The message
 * says what, where and what to do.
 */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}
