/** A class that can be registered under a tag; two copies of one widget are told apart by their version. */
export type DefinableElement = CustomElementConstructor & { readonly version: string };

/**
 * Registers a fresh subclass, since one constructor cannot carry two tags. A tag that is taken stays with whoever
 * has it, with a warning where that is another version; without a registry, as in Node, nothing happens.
 */
export function defineElement(
  base: DefinableElement,
  tag: string,
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): void {
  if (!registry) return;
  const taken = registry.get(tag) as Partial<DefinableElement> | undefined;
  if (!taken) registry.define(tag, class extends base {});
  else if (taken.version !== base.version) {
    console.warn(
      `<${tag}> is version ${taken.version} already; version ${base.version} needs another tag: define(tag).`,
    );
  }
}
