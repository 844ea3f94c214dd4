// Words by which no secret is one: those of documentation, tutorials and defaults, written together
// by hand. They are public; what a site signs with one of them, anybody can sign.

/**
 * Of one word each: examples, placeholders and defaults first, then names and what people call
 * things.
 */
export const EXAMPLE_WORDS = `
secret your-256-bit-secret your-384-bit-secret your-512-bit-secret
a-string-secret-at-least-256-bits-long a-string-secret-at-least-384-bits-long-0123456789
a-string-secret-at-least-512-bits-long-which-is-really-long-0123456789 shhhhh shhhhhh shhhh shhh
ssshhhhh qwertyuiopasdfghjklzxcvbnm123456 dev changeme change-me change_me changeit
change-this-secret changethis please-change-me replace-me CHANGE_ME CHANGEME very-secret
verysecret top-secret topsecret super-secret supersecret super_secret super-secret-key
supersecretkey supersecretkeyyoushouldnotcommittogithub
super-secret-jwt-token-with-at-least-32-characters-long something-very-secret
something-super-secret some-secret somesecret SomeRandomString SomeRandomString!!!
YourSecretKey!!! a-secret a_secret this-is-a-secret thisisasecret thisIsASecret this_is_a_secret
thisismysecret this-should-be-a-secret a-very-secret-key not-so-secret notsosecret not-a-secret
notasecret nosecret secret123 secret1234 secret12345 secret123456 secret1 secretsecret
secretsecretsecret secret_string secret-string secretstring secretpassphrase secretPassphrase
secretword secret-word Secret Secret123 Secret! SECRET S3cr3t s3cr3t s3cret S3CR3T 5ecret sekrit
sekret geheim hemmelig segreto secreto segredo tajne секрет 密码 秘密 비밀 foo foobar bar baz foobarbaz
helloworld hello-world test testing test123 test1234 testtest tests testsecret test-secret
test_secret test-key testkey test_key example example-secret example-key example_key examplekey
sample samplesecret sample-key demo demo-secret default default-secret default_secret
defaultsecret development development_secret production staging local localhost debug insecure
insecure-secret insecure-key unsafe unsafe-secret django-insecure django-insecure-key secret-key
secret_key secretkey secretKey SECRET_KEY SecretKey SECRETKEY key thekey private private-key
private_key privatekey privateKey signing-key signing_key signingkey hmac hmac-key hmac_key
hmackey hmac-secret hmacsecret shared-secret sharedsecret shared_secret salt pepper saltandpepper
passphrase passw0rd P@ssw0rd P@$$w0rd p@ssw0rd pa$$word pass Passw0rd! password
password-should-be-32-characters cookie-encryption-password-secure
complex_password_at_least_32_characters_long passwordmustbelongerthan32chars
must-be-at-least-32-characters-long must-be-at-least-32-characters at-least-32-characters-long
this-is-a-very-long-secret-key-that-is-32-chars
a-very-long-password-that-is-at-least-32-characters thisisasecretkeythatis32charslong
this-must-be-at-least-32-characters-long this_is_at_least_32_characters_long
my-32-character-ultra-secure-and-ultra-long-secret minimum-of-32-characters-long-secret
my-super-secret-32-character-key 32-character-long-secret-key
the-password-should-be-at-least-32-characters-long better-auth-secret-123456789
better-auth-secret-12345678901234567890 password-must-be-256-bits abcdefghijklmnopqrstuvwxyz
abcdefghijklmnopqrstuvwxyz123456 abcdefghijklmnopqrstuvwxyz012345 ABCDEFGHIJKLMNOPQRSTUVWXYZ
ABCDEFGHIJKLMNOPQRSTUVWXYZ123456 0123456789abcdef 0123456789abcdef0123456789abcdef
0123456789ABCDEF 00000000000000000000000000000000 11111111111111111111111111111111
12345678901234567890123456789012 123456789012345678901234567890 1234567890123456
01234567890123456789012345678901 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
deadbeef deadbeefdeadbeefdeadbeefdeadbeef cafebabe ThisIsASecretKey ThisIsMySecretKey
ThisIsMySecret thisisthesecret thisisthekey this-is-my-secret-key ilovescotchyscotch
ilovescotchscotchyscotchscotch tasmanianDevil MY_SECRET MY_SECRET_KEY mysecret mySecret my-secret
my_secret mysecretkey mySecretKey my-secret-key my_secret_key mysupersecret my-super-secret
mysupersecretkey mysupersecretpassword my-super-secret-key my_super_secret_key my_precious
myprecious preciousss JustAnotherSecret gandalf mellon opensesame abracadabra xyzzy swordfish
correcthorsebatterystaple trustno1 letmein nottherealsecret itsasecrettoeverybody yoursecret
yoursecretkey your-secret your-secret-key your_secret your_secret_key yourSecretKey YOUR_SECRET
YOUR_SECRET_KEY YOUR-SECRET-KEY your-secret-here your_secret_here yoursecrethere
your-secret-key-here your_secret_key_here YOUR_SECRET_HERE YOUR_SECRET_KEY_HERE insert-secret-here
enter-your-secret-here use-a-long-random-string a-random-string random-string randomstring
some-random-string some_random_string somerandomstring a-long-random-string
use-a-secure-random-string-here long-random-string <secret> <your-secret> [secret] {secret}
{{secret}} \${SECRET} $SECRET %SECRET% process.env.JWT_SECRET process.env.SECRET
process.env.SESSION_SECRET undefined null None nil true false NaN todo TODO fixme FIXME xxx xxxx
xxxxxxxx asdf asdfasdf asdfghjkl qwer qwerasdf blah blahblah whatever nothing cats cat dog
keyboard keyboardcat keyboard_cat keyboard-cat KeyboardCat kitty meow express express-session
expressjs connect connect.sid node nodejs node.js passport passportjs koa koa:sess koa-session
key1 key2 key3 SEKRIT1 SEKRIT2 SEKRIT3 hapi fastify averylogphrasebiggerthanthirtytwochars
averylongphrasebiggerthanthirtytwochars nestjs nest hard!to-guess_secret hardtoguess hard-to-guess
you-will-never-guess youwillneverguess you-cant-guess-this guessme flask flask-secret flaskSecret
flask_secret_key devkey dev_key dev-key devsecret dev-secret dev_secret django python fastapi
09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7 uvicorn starlette tornado
__TODO:_GENERATE_YOUR_OWN_RANDOM_VALUE_HERE__ __GENERATE_YOUR_OWN_RANDOM_VALUE_HERE__
61oETzKXQAGaYdkL5gEmGeJJFuYh7EQnp2XdTP1o/Vo= bottle cherrypy pyramid itsaseekreet seekrit rails
ruby sinatra rack change_me_to_a_very_long_random_string laravel lumen symfony
ThisTokenIsNotSoSecretChangeIt ThisTokenIsNotSoSecretSoChangeIt !ChangeMe!
!ChangeThisMercureHubJWTSecretKey! EDITME codeigniter cakephp
DYhG93b0qyJfIxfs2guVoUubWwvniR2G0FgaC9mi yii spring springboot spring-boot spring-secret
JWTSuperSecretKey jwtSecretKey bezKoderSecretKey bezkoder-secret-key javainuse javatpoint
techgeeknext JavaTechie java tomcat play changeme-play gorilla golang gin AllYourBase echo fiber
go-secret phoenix elixir aspnet dotnet ThisIsASecretKeyForJwt veryVerySecretKey VeryVerySecretKey
veryverysecret very_very_secret veryveryverysecret superSecretKey@345 superSecretKey@83
IssuerSigningKey ByYM000OLlMQG6VVVp1OH7Xzyr7gHuw1qvUC5dcGt3SNM MySecretKeyIsSecretSoDoNotTell
GQDstcKsx0NHjPOuXOYg5MbeJ1XT0uFiwDVvVBrk strapi toBeModified tobemodified tobemodified1
tobemodified2 directus keystone payload ghost parse supabase hasura hasura-secret myadminsecretkey
postgrest reallyreallyreallyreallyverysafe firebase graphql appsecret321 GraphQL-is-aw3some
GraphQL-is-awesome apollo prisma meteor socketio loopback sails feathers nuxt nextjs nextauth
next-auth nextauth-secret NEXTAUTH_SECRET nextauthsecret AUTH_SECRET auth-secret remix r3m1xr0ck5
s3cr3t0 sveltekit astro react angular vue vuejs mern mean mern-secret mevn eshop ecommerce shop
blog todo-app todolist chat chatapp bookstore movies social instagram admin administrator admin123
root toor user username guest login auth authentication authorization token tokens jwt
jsonwebtoken bearer api apikey api-key api_key access refresh session sessions cookie cookies
cookiesecret app application server client web website backend frontend service company acme
contoso northwind example.com test.com jwt.io auth0 okta keycloak cognito docker kubernetes k8s
vault consul redis mongo mongodb mysql postgres postgresql sqlite oracle elastic elasticsearch
kibana grafana SW2YcwTIb9zpOOhoPsMm prometheus airflow temporary_key superset thisISaSECRET_1234
CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET CHANGE_ME_SECRET_KEY TEST_NON_DEV_SECRET
YOUR_OWN_RANDOM_GENERATED_SECRET_KEY jupyter redash c292a0a3aa32397cdb050e233733900f metabase
sentry jenkins gitea gitlab gogs !#@FDEWREWR&*( drone mattermost rocketchat nacos
SecretKey012345678901234567890123456789012345678901234567890123456789
SecretKey01234567890123456789012345678901234567890123345678901234567890 apisix
edd1c9f034335f136f87ad84b625c8f1 kong traefik casdoor authelia unsecure_session_secret
a_very_important_secret insecure_secret oauth2-proxy OQINaROshtE9TcZkNAm-5Zs2Pv3xaWytBmc5W7sPX7w
harbor minio minioadmin zabbix nagios webgoat victory dvwa bWAPP hackme pwned hacker h4x0r 1337
leet ninja pa55word pa55w0rd
`;
