import type { Settings } from '../engine/judging.js';
import type { FileRequestType } from '../messaging/opened-file.js';
import type { PageAnswer, PageRequest } from '../messaging/protocol.js';

/** How each question is answered. */
export type FileHandlers = {
  [T in FileRequestType]: (ask: PageRequest<T>, settings: Settings) => PageAnswer<T>;
};

export type AnyAnswer = PageAnswer<FileRequestType>;

/** What answers the screens' questions about an opened file. */
export interface Answers {
  answer(ask: PageRequest<FileRequestType>, settings: Settings): AnyAnswer;
}

export function answerWith(
  handlers: FileHandlers,
  ask: PageRequest<FileRequestType>,
  settings: Settings,
): AnyAnswer {
  const handler = handlers[ask.type] as (
    ask: PageRequest<FileRequestType>,
    settings: Settings,
  ) => AnyAnswer;
  return handler(ask, settings);
}
