// What of a recording is shown, for screens: they know the messages alone, and no recording.

export type {
  BodyOf,
  BodyPart,
  BodyText,
  BodyView,
  ContentLeaf,
  ContentMembers,
  ContentNode,
  CookieView,
  EntryName,
  MarkView,
  NavigationView,
  MaskedPair,
  RawHeader,
  RawRequest,
  RequestDetail,
  RequestRow,
  Revealable,
  SeenBody,
  StorageAreaView,
  StorageItemView,
  StorageView,
  WholeHeaders,
} from '../recording/shown/view.js';

export { LONGEST_MARK_NAME } from '../recording/marks/mark-name.js';
