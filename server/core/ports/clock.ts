/** Gives the day, so that tests and `--at DATE` decide what "today" is. */
export interface Clock {
  /** Calendar day in Europe/Paris, `YYYY-MM-DD`: closing dates are Paris dates. */
  today(): string;
}
