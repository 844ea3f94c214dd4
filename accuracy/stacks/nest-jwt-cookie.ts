import 'reflect-metadata';
import {
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Header,
  Inject,
  Injectable,
  Module,
  Post,
  Redirect,
  Res,
  UnauthorizedException,
  UseFilters,
  UseGuards,
  Catch,
  type ExceptionFilter,
  type ArgumentsHost,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JwtModule, JwtService } from '@nestjs/jwt';
import cookieParser from 'cookie-parser';
import type { Request, Response } from 'express';
import { formVisit } from '../support/drive.js';
import { listen } from '../support/serve.js';
import { accountPage, homePage, isUser, loginPage, PROFILE, USER } from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

const HOST = 'nest-jwt-cookie.test';

/** NestJS: the JWT itself is the cookie. */
export const stack: Stack = {
  name: 'nest-jwt-cookie',
  half: 'tuning',
  docs: [
    // "JWT-based authentication: … return access_token"; here handed over as a cookie.
    'https://docs.nestjs.com/security/authentication',
    // "Cookies … response.cookie('key', 'value')".
    'https://docs.nestjs.com/techniques/cookies',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'access_token', role: ['access-token', 'session'], format: 'jwt' },
    ],
  },
  start,
  visit: formVisit(),
};

@Injectable()
class AuthGuard implements CanActivate {
  constructor(@Inject(JwtService) private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { cookies } = context.switchToHttp().getRequest<Request>();
    await this.jwt.verifyAsync(cookies.access_token).catch(() => {
      throw new UnauthorizedException();
    });
    return true;
  }
}

@Catch(UnauthorizedException)
class ToLogin implements ExceptionFilter {
  catch(_: unknown, host: ArgumentsHost): void {
    host.switchToHttp().getResponse<Response>().redirect('/login');
  }
}

@Controller()
class OpenPages {
  constructor(@Inject(JwtService) private readonly jwt: JwtService) {}

  @Get('/') @Header('content-type', 'text/html') home(): string {
    return homePage();
  }

  @Get('/login') @Header('content-type', 'text/html') form(): string {
    return loginPage();
  }

  @Post('/login') async logIn(
    @Body() body: Record<string, string>,
    @Res() response: Response,
  ): Promise<void> {
    if (!isUser(body.username, body.password)) throw new UnauthorizedException();
    const token = await this.jwt.signAsync({ sub: USER.id, username: USER.name });
    response
      .cookie('access_token', token, { httpOnly: true, sameSite: 'lax' })
      .redirect('/account');
  }
}

@Controller()
@UseGuards(AuthGuard)
@UseFilters(ToLogin)
class ClosedPages {
  @Get('/account') @Header('content-type', 'text/html') account(): string {
    return accountPage();
  }

  @Get('/api/profile') profile(): typeof PROFILE {
    return PROFILE;
  }

  @Post('/account') @Redirect('/account') save(): object {
    return {};
  }

  @Post('/logout') logOut(@Res() response: Response): void {
    response.clearCookie('access_token').redirect('/');
  }
}

@Module({
  imports: [
    JwtModule.register({
      secret: 'a secret that is long enough for HS256',
      signOptions: { expiresIn: '1h' },
    }),
  ],
  controllers: [OpenPages, ClosedPages],
})
// oxlint-disable-next-line typescript/no-extraneous-class -- a Nest module is a class that only its decorator fills
class AppModule {}

async function start(): Promise<Running> {
  const app = await NestFactory.create(AppModule, { logger: false });
  app.use(cookieParser());
  await app.init();
  const url = await listen(app.getHttpServer(), HOST);
  return { url, stop: () => app.close() };
}
