/** Command of the server's quick fixes that opens the page of the rule given as its argument. */
export const rulePageCommand = 'segurPreuves.serveur.pageRegle';
