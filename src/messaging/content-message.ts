import type { LoginForm } from '../engine/model.js';
import type { AreaChange } from '../recording/record.js';

// Content script ↔ background.

/** Content script → background: what an area holds now; only what changed after the first time. */
export interface StorageObserved extends AreaChange {
  type: 'storage';
}

/** Content script → background: a form with a password field was submitted. */
export interface FormObserved {
  type: 'login-form';
  form: Omit<LoginForm, 'kind' | 'at'>;
}

/** Content script → background: somebody is in a frame now. */
export interface FrameEntered {
  type: 'frame-entered';
}

export type ContentMessage = StorageObserved | FormObserved | FrameEntered;

/** Background → content script: tell what is stored now, and whether to go on watching. */
export interface ReadStorage {
  type: 'read-storage';
  watch: boolean;
}
