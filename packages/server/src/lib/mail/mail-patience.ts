const minute = 60_000;

/** How long a mail server is waited for, in milliseconds. */
export interface MailPatience {
  /** Until it is reached, with encryption where that is asked for. */
  connection: number;
  /** Until it greets. */
  greeting: number;
  /** From the beginning until it has the whole text: what is cut off by then has not been taken. */
  text: number;
  /**
   * From the dot that ends the text until its word on it. It may have taken the mail by then and be busy with it, so
   * whoever gives up early sends it twice: RFC 5321 (4.5.3.2.6) asks for ten minutes.
   */
  word: number;
}

export const mailPatience: MailPatience = {
  connection: 10_000,
  greeting: 10_000,
  text: 2 * minute,
  word: 10 * minute,
};

/** For how long a mail belongs to the process that sends it: longer than its longest attempt, or another would begin meanwhile. */
export const mailLeaseMs = mailPatience.text + mailPatience.word + minute;

/** For how long the queue waits for a process that has taken a mail from it: longer than the mail is that process's own. */
export const mailExpireMs = mailLeaseMs + minute;
