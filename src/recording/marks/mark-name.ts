/** As many characters as a mark keeps of its name. */
export const LONGEST_MARK_NAME = 80;
