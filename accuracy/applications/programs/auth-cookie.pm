# A handler below Apache2_4::AuthCookie, as its documentation wants it: who somebody is, and the key of the session.
package Mill::AuthCookieHandler;
use strict;
use warnings;
use Apache2::RequestIO ();
use base 'Apache2_4::AuthCookie';
use Digest::SHA qw(hmac_sha256_hex);

my $secret = 'a secret of this mill';

# Gives the session key: name, time, and what proves them.
sub authen_cred {
  my ($self, $r, $name, $password) = @_;
  return unless $name eq $ENV{MILL_NAME} && $password eq $ENV{MILL_PASSWORD};
  my $told = join '::', $name, time;
  return join '::', $told, hmac_sha256_hex($told, $secret);
}

# Gives the name of whom the session key belongs to.
sub authen_ses_key {
  my ($self, $r, $key) = @_;
  my ($name, $time, $proof) = split /::/, $key;
  return unless defined $proof && hmac_sha256_hex("${name}::$time", $secret) eq $proof;
  return $name;
}

1;
