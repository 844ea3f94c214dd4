import fc from 'fast-check';

// That a property fails is all that is asked of it here: looking for its smallest example can take
// longer than all other tests.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
