/** What has to be confirmed before numbers are saved that will not be able to place calls (NUM-6). */
export interface DoNotOriginateConfirmation {
  /** How many there are. */
  count: number;
  isConfirmed: boolean;
  /** Whether somebody has tried to save without it. */
  isMissed: boolean;
  onConfirm: (isConfirmed: boolean) => void;
}

/** Remembers that somebody has confirmed so many: once there are others, or they are saved, it is asked anew. */
export class Confirmed {
  #count = -1;
  #isMissed = false;

  /** Whether so many may be saved; else what is missing is shown from now on. */
  check(count: number): boolean {
    this.#isMissed = count > 0 && count !== this.#count;
    return !this.#isMissed;
  }

  forget(): void {
    this.#count = -1;
    this.#isMissed = false;
  }

  /** How it is to be shown. */
  of(count: number, update: () => void): DoNotOriginateConfirmation {
    if (count !== this.#count) this.#count = -1;
    return {
      count,
      isConfirmed: count === this.#count,
      isMissed: this.#isMissed,
      onConfirm: (isConfirmed) => {
        this.#count = isConfirmed ? count : -1;
        update();
      },
    };
  }
}
