/**
 * For a transaction in which values are read and written as text: the same text whatever the server is set to, no
 * limit of time, and an error, not fewer rows, should a policy hide some.
 */
export const wholeText = [
  'set local row_security = off',
  `set local timezone = 'UTC'`,
  `set local datestyle = 'ISO, YMD'`,
  `set local intervalstyle = 'postgres'`,
  `set local bytea_output = 'hex'`,
  'set local extra_float_digits = 1',
  'set local statement_timeout = 0',
  'set local idle_in_transaction_session_timeout = 0',
].join('; ');
