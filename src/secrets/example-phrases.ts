/**
 * Words by which no secret is one, as those of `example-words.ts`, but several of them together.
 */
export const EXAMPLE_PHRASES = `
keyboard cat
very secret
top secret
super secret
some super secret
it's a secret
its a secret
a secret
my secret
my little secret
my dirty secret
our little secret
this is a secret
this is my secret
this is secret
a very secret string
a really long secret
a long secret
not so secret
not secret
no secret
don't tell anyone
shh, it's a secret
tell no one
secret secret
foo bar
hello world
Hello World
test secret
example key
secret key
the key
signing key
salt and pepper
this is the key
this is my custom Secret key for authentication
this is my custom secret key for authentication
this is a custom Secret Key for authentication
This is my secret key
this is my secret key
This is a secret key
THIS IS USED TO SIGN AND VERIFY JWT TOKENS, REPLACE IT WITH YOUR OWN SECRET, IT CAN BE ANY STRING
THIS IS USED TO SIGN AND VERIFY JWT TOKENS, IT CAN BE ANY STRING
my super secret
my precious
speak friend and enter
open sesame
correct horse battery staple
It's a Secret to Everybody
the quick brown fox
lorem ipsum
your secret
your secret key
your secret here
put your secret here
insert your secret here
a random string
random string
some random string
some long random string
a long random string
use a secure random string
[object Object]
keyboard dog
KEYBOARD CAT
Keyboard Cat
keyboard mouse
grumpy cat
nyan cat
koa secret
some secret hurr
i like turtle
im a newer secret
a secret with minimum length of 32 characters
hard to guess string
hard to guess
you will never guess
never guess
guess me
cannot guess
the random string
this is a random string
A0Zr98j/3yX R~XHH!jmN]LWX/,?RT
development key
dev key
super secret key base
this is my custom Secret key for authnetication
json web token
juice shop
`;
