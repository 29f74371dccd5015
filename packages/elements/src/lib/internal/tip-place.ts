/** Where a tip's top left corner goes, in the window's pixels. */
export interface TipPlace {
  left: number;
  top: number;
}

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
type Size = Pick<DOMRect, 'width' | 'height'>;

/** Pixels between the tip and the edge of the window. */
const margin = 8;

/** Below the trigger, from its first edge on; above where there is no room below; always inside the window. */
export function tipPlace(trigger: Box, tip: Size, window: Size, isRightToLeft: boolean): TipPlace {
  const start = isRightToLeft ? trigger.right - tip.width : trigger.left;
  const farthest = window.width - tip.width - margin;
  const fitsBelow = trigger.bottom + tip.height + margin <= window.height;
  const fitsAbove = trigger.top - tip.height - margin >= 0;
  return {
    left: Math.max(margin, Math.min(start, farthest)),
    top: fitsBelow || !fitsAbove ? trigger.bottom : trigger.top - tip.height,
  };
}
