/** For tests and stories of pages that use the tags: a server in memory. */
export { SAMPLE } from './sample-account.js';
export {
  scriptedBackend,
  type Answer,
  type HeldCall,
  type Script,
  type ScriptedBackend,
  type ScriptedBackendOptions,
  type ScriptedCall,
  type Scripts,
} from './scripted-backend.js';
