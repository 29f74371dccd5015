/** What a node is laid out in: its slot where it has one, and the host around a shadow root. */
function around(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element ? node.assignedSlot : null) ?? node.parentNode;
}

/** What scrolls a node: an element around it, else the page. */
export function scrollerOf(node: Node | null): Element {
  if (!node) return document.documentElement;
  const isScroller =
    node instanceof Element &&
    node.scrollHeight > node.clientHeight &&
    /auto|scroll/.test(getComputedStyle(node).overflowY);
  return isScroller ? node : scrollerOf(around(node));
}

/** The roots around a node, out to the document: a scroll event does not leave the shadow root that it happens in. */
export function scrollRoots(node: Node): Node[] {
  const roots = new Set<Node>();
  for (let at: Node | null = node; at; at = around(at)) roots.add(at.getRootNode());
  return [...roots];
}
