/**
 * Entries of one list or mapping, and top-level keys and entries of one file, that are read: a REM has some hundreds of
 * requirements, the largest dossiers that were made to measure have five thousand. What more costs grows with its number.
 */
export const mostItems = 10_000;
