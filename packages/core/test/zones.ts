/**
 * Zones whose clocks do every awkward thing: whole-hour, half-hour and negative daylight time, both halves of the
 * year, offsets of half and three quarters of an hour, a change at midnight.
 */
export const zones = [
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
] as const;
