# A Sinatra site as in its README ("Using Sessions") with rack-protection's AuthenticityToken.
require 'sinatra/base'
require 'rack/protection'

class Shelf < Sinatra::Base
  SECRET = '4f1d0c3b9a5e7f2286b1c0d94e3a7f58d2c6b9a1e0f34d5c8b7a69f1e2d3c4b5a6978f0e1d2c3b4a5968778695a4b3c2d1'
  set :server, :puma
  set :bind, '127.0.0.1'
  set :port, ENV.fetch('PORT')
  use Rack::Session::Cookie, key: 'shelf.session', secret: SECRET, same_site: :lax
  use Rack::Protection::AuthenticityToken
  BOOKS = []

  helpers do
    def token
      %(<input type="hidden" name="authenticity_token" value="#{Rack::Protection::AuthenticityToken.token(session)}">)
    end

    def page(body)
      menu = session[:user] ? %(<form action="/logout" method="post">#{token}<button id="logout">Log out</button></form>) : '<a href="/login">Log in</a>'
      notice = session.delete(:notice)
      %(<!doctype html><title>Shelf</title><link rel="icon" href="data:,"><a href="/">Shelf</a>
<a id="theme" href="/order/title">by title</a> #{menu}<p>#{notice}</p>#{body}</html>)
    end

    def protected!
      redirect to('/login') unless session[:user]
    end
  end

  get('/') { page '<h1>Everybody’s shelf</h1>' }

  get '/order/:by' do
    response.set_cookie 'order', value: params[:by], path: '/', max_age: '31536000'
    redirect to('/')
  end

  get '/login' do
    page %(<form id="login" method="post" action="/login">#{token}<input name="username"><input type="password" name="password"><input type="submit"></form>)
  end

  post '/login' do
    if params[:username] == ENV['USER_NAME'] && params[:password] == ENV['USER_PASSWORD']
      session.clear
      session[:user] = params[:username]
      session[:notice] = 'Welcome back'
      redirect to('/books')
    end
    session[:notice] = 'Wrong name or password'
    redirect to('/login')
  end

  get '/books' do
    protected!
    page %(<h1>#{session[:user]}</h1>#{BOOKS.join}<form id="note" method="post">#{token}<input type="text" name="title"><input type="submit"></form>)
  end

  post '/books' do
    protected!
    BOOKS << params[:title]
    session[:notice] = 'Kept'
    redirect to('/books')
  end

  get '/loans' do
    protected!
    page '<h1>Loans</h1>'
  end

  post '/logout' do
    session.clear
    redirect to('/')
  end
end

Shelf.run!
