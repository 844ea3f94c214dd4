/** The page of the extension that explains it. */
export const WELCOME_PAGE = '/welcome/welcome.html';
