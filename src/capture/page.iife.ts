console.debug('x');
