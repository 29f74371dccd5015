/** What scrolls a node: an element around it, else the page. */
export function scrollerOf(node: Node | null): Element {
  if (!node) return document.documentElement;
  const isScroller =
    node instanceof Element &&
    node.scrollHeight > node.clientHeight &&
    /auto|scroll/.test(getComputedStyle(node).overflowY);
  return isScroller ? node : scrollerOf(node instanceof ShadowRoot ? node.host : node.parentNode);
}

/** The roots around a node, out to the document: a scroll event does not leave the shadow root that it happens in. */
export function scrollRoots(node: Node): Node[] {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? [root, ...scrollRoots(root.host)] : [root];
}
