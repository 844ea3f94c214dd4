# A Rack site with Rack::Session::Pool, Warden's password strategy and Rack::Protection, from their documentation.
require 'rack'
require 'rack/protection'
require 'warden'

Warden::Strategies.add(:password) do
  def valid?
    params['keeper'] && params['password']
  end

  def authenticate!
    known = params['keeper'] == ENV['USER_NAME'] && params['password'] == ENV['USER_PASSWORD']
    known ? success!(params['keeper']) : fail!('Could not log in')
  end
end

NOTES = []

class Lighthouse
  def call(env)
    request = Rack::Request.new(env)
    path = request.path_info
    return away('/', 'Set-Cookie' => "beam=#{request.params['beam']}; path=/; max-age=31536000") if path == '/beam'
    return log_in(request) if path == '/watch/login'
    return log_out(env) if path == '/watch/logout'
    return page(env, NOTES.map { |note| "<p>#{Rack::Utils.escape_html(note)}</p>" }.join) unless path.start_with?('/log')
    return away('/watch/login') unless env['warden'].authenticated?
    return add(request) if request.post?
    page(env, %(<form id="note" method="post" action="/log">#{guard(env)}<input type="text" name="entry"><input type="submit"></form>))
  end

  def log_in(request)
    env = request.env
    return away('/log') if request.post? && env['warden'].authenticate(:password)
    page(env, %(<form id="login" method="post">#{guard(env)}<input type="text" name="keeper"><input type="password" name="password"><input type="submit"></form>))
  end

  def log_out(env)
    env['warden'].logout
    away('/')
  end

  def add(request)
    NOTES << request.params['entry']
    away('/log')
  end

  def guard(env)
    token = Rack::Protection::AuthenticityToken.token(env['rack.session'])
    %(<input type="hidden" name="authenticity_token" value="#{token}">)
  end

  def away(where, headers = {})
    [303, { 'Location' => where }.merge(headers), []]
  end

  def page(env, body)
    menu = env['warden'].authenticated? ? %(<form method="post" action="/watch/logout">#{guard(env)}<button id="logout">Off watch</button></form>) : '<a href="/watch/login">On watch</a>'
    [200, { 'Content-Type' => 'text/html; charset=utf-8' }, [<<~HTML]]
      <!doctype html><title>Lighthouse</title><link rel="icon" href="data:,"><h1><a href="/">Lighthouse</a></h1>
      <a id="theme" href="/beam?beam=red">red</a> #{menu} #{body}
    HTML
  end
end

use Rack::Session::Pool, expire_after: 2_592_000
use Rack::Protection::AuthenticityToken
use Warden::Manager do |config|
  config.default_strategies :password
  config.failure_app = ->(_env) { [401, { 'Content-Type' => 'text/plain' }, ['Not on watch']] }
  config.serialize_into_session { |keeper| keeper }
  config.serialize_from_session { |keeper| keeper }
end
run Lighthouse.new
